import { slotOf } from "../oracle/evidence/observation.ts";
import type { ObservedSlots, Seen } from "../oracle/evidence/trace-event.ts";
import { slotNames } from "../signaling/description.ts";
import { signalingStates } from "../signaling/edge.generated.ts";
import type { SignalingState } from "../signaling/transition-table.ts";

/**
 * What is needed of a peer connection: a browser's RTCPeerConnection has it, and so have those of other stacks. The
 * slots and the events are compared where it has them.
 */
export interface PeerConnectionLike {
  readonly signalingState: string;
  readonly createOffer: (...args: never[]) => unknown;
  readonly createAnswer: (...args: never[]) => unknown;
  readonly setLocalDescription: (...args: never[]) => unknown;
  readonly setRemoteDescription: (...args: never[]) => unknown;
  readonly close: () => unknown;
}

/** Its signaling state; one that no specification knows, or that cannot be read, counts as closed. */
export function signalingStateOf(pc: PeerConnectionLike): SignalingState {
  const seen = read(pc, "signalingState");
  return signalingStates.find((state) => state === seen) ?? "closed";
}

/** What it is seen to be now. */
export function lookAt(pc: PeerConnectionLike, events: boolean): Seen {
  return { signalingState: signalingStateOf(pc), slots: slotsOf(pc), events };
}

function slotsOf(pc: PeerConnectionLike): ObservedSlots {
  const slots = slotNames.filter((name) => name in pc).map((name) => [name, slotOf(read(pc, name) ?? null)]);
  return Object.fromEntries(slots.filter(([, slot]) => slot !== undefined));
}

/**
 * Hears its signalingstatechange events, and tells the state that it is in during each.
 *
 * @returns what ends that; null where it has no addEventListener
 */
export function hearStates(pc: PeerConnectionLike, hear: (state: SignalingState) => void): (() => void) | null {
  const target = pc as PeerConnectionLike & Partial<Record<`${"add" | "remove"}EventListener`, Listen>>;
  if (typeof target.addEventListener !== "function") return null;
  const listener = () => hear(signalingStateOf(pc));
  try {
    target.addEventListener("signalingstatechange", listener);
  } catch {
    return null;
  }
  return () => {
    try {
      target.removeEventListener?.("signalingstatechange", listener);
    } catch {
      // It hears on, and nobody listens.
    }
  };
}

type Listen = (type: string, listener: () => void) => void;

// A getter of a stranger's may throw.
function read(pc: PeerConnectionLike, name: string): unknown {
  try {
    return Reflect.get(pc, name);
  } catch {
    return undefined;
  }
}

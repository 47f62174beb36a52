import { memberOf, type ObservedSlots, slotsOf, stateOf } from "../oracle/evidence/plain-data.ts";
import type { Seen } from "../oracle/evidence/trace-event.ts";
import { slotNames } from "../signaling/description.ts";
import type { SignalingState } from "../signaling/transition-table.ts";

/**
 * What is needed of a peer connection: a browser's RTCPeerConnection has it, and so have those of other stacks. The
 * slots and the events are compared where the object has them.
 */
export interface PeerConnectionLike {
  readonly signalingState: string;
  readonly createOffer: (...args: never[]) => unknown;
  readonly createAnswer: (...args: never[]) => unknown;
  readonly setLocalDescription: (...args: never[]) => unknown;
  readonly setRemoteDescription: (...args: never[]) => unknown;
  readonly close: () => unknown;
}

/** The signaling state of a peer connection; one that no specification knows, or that cannot be read, counts as closed. */
export function signalingStateOf(pc: PeerConnectionLike): SignalingState {
  return stateOf(memberOf(pc, "signalingState"));
}

/**
 * What a peer connection is seen to be now.
 *
 * @param events whether its signalingstatechange events are listened to
 */
export function lookAt(pc: PeerConnectionLike, events: boolean): Seen {
  return { signalingState: signalingStateOf(pc), slots: exposedSlots(pc), events };
}

// Some stacks have undefined for null. A slot that cannot be read is not looked at, except on a closed connection: Firefox
// throws there, so that a script finds no description any more.
function exposedSlots(pc: PeerConnectionLike): ObservedSlots {
  const exposed = slotNames.flatMap((name) => {
    try {
      return name in pc ? [[name, Reflect.get(pc, name) ?? null]] : [];
    } catch {
      return signalingStateOf(pc) === "closed" ? [[name, null]] : [];
    }
  });
  return slotsOf(Object.fromEntries(exposed));
}

/**
 * Listens to the signalingstatechange events of a peer connection.
 *
 * @param hear is called with the state during each event
 * @returns a function that ends it; null where the object has no addEventListener
 */
export function hearStates(pc: PeerConnectionLike, hear: (state: SignalingState) => void): (() => void) | null {
  const target = pc as PeerConnectionLike & Partial<Record<`${"add" | "remove"}EventListener`, Listen>>;
  if (typeof target.addEventListener !== "function") return null;
  let ended = false;
  const listener = () => {
    if (!ended) hear(signalingStateOf(pc));
  };
  try {
    target.addEventListener("signalingstatechange", listener);
  } catch {
    return null;
  }
  return () => {
    // A listener that cannot be removed stays, and does nothing.
    ended = true;
    try {
      target.removeEventListener?.("signalingstatechange", listener);
    } catch {
      // As if there were no removeEventListener.
    }
  };
}

type Listen = (type: string, listener: () => void) => void;

import { type ObservedError, type ObservedSlots, type Seen, type SlotName, slotNames } from "../oracle/index.ts";
import type { Description } from "../session/index.ts";
import { type SignalingState, signalingStates } from "../signaling/index.ts";

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

/** Its signaling state; one that no specification knows counts as closed. */
export function signalingStateOf({ signalingState }: PeerConnectionLike): SignalingState {
  return signalingStates.find((state) => state === signalingState) ?? "closed";
}

/** What it is seen to be now. */
export function lookAt(pc: PeerConnectionLike, events: boolean): Seen {
  return { signalingState: signalingStateOf(pc), slots: slotsOf(pc), events };
}

function slotsOf(pc: PeerConnectionLike): ObservedSlots {
  const slots = slotNames.filter((name) => name in pc).map((name) => [name, slotOf(pc, name)]);
  return Object.fromEntries(slots.filter(([, slot]) => slot !== undefined));
}

// Some stacks say undefined for null; some slots cannot be read.
function slotOf(pc: PeerConnectionLike, name: SlotName): Description | null | undefined {
  let value: unknown;
  try {
    value = Reflect.get(pc, name);
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null) return null;
  const { type, sdp } = value as Partial<Description>;
  return { type: type as Description["type"], sdp: String(sdp) };
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
  target.addEventListener("signalingstatechange", listener);
  return () => target.removeEventListener?.("signalingstatechange", listener);
}

type Listen = (type: string, listener: () => void) => void;

/** An error as plain data: what its members say. Anything may be thrown. */
export function errorOf(reason: unknown): ObservedError {
  const { name, message, errorDetail, sdpLineNumber } = Object(reason) as Record<string, unknown>;
  return {
    name: typeof name === "string" ? name : typeof reason,
    message: typeof message === "string" ? message : null,
    errorDetail: typeof errorDetail === "string" ? errorDetail : null,
    sdpLineNumber: typeof sdpLineNumber === "number" ? sdpLineNumber : null,
  };
}

/** A description as plain data; null where it is none. */
export function createdDescription(value: unknown): { readonly type: string; readonly sdp: string } | null {
  const { type, sdp } = Object(value) as Record<string, unknown>;
  return typeof type === "string" && typeof sdp === "string" ? { type, sdp } : null;
}

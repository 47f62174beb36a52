import type { SessionOptions } from "../../session/options.ts";
import type { Side, SignalingState } from "../../signaling/transition-table.ts";
import type { DescriptionLike, ObservedError, ObservedSlots } from "./plain-data.ts";

/** The calls of a peer connection that the oracle follows. */
export type CallName = (typeof callNames)[number];

/** The names of these calls. */
export const callNames = [
  "createOffer",
  "createAnswer",
  "setLocalDescription",
  "setRemoteDescription",
  "close",
] as const;

/** How a call ended; `unsettled` where its promise did not settle in the time that was waited. */
export type CallOutcome = (typeof callOutcomes)[number];

/** The ways in which a call ends. */
export const callOutcomes = ["applied", "rejected", "unsettled"] as const;

/** What a live peer connection was seen to be at the moment when a call was settled. */
export interface Seen {
  readonly signalingState: SignalingState;
  readonly slots: ObservedSlots;
  /** Are its signalingstatechange events among the trace's events? */
  readonly events: boolean;
  /** The states in the events that came after the settlement and before the next call; left out: not waited for. */
  readonly lateEvents?: readonly SignalingState[] | undefined;
}

/** Something that happened on one peer connection. Times are in ms since the epoch. */
export type TraceEvent = AttachedEvent | CallEvent | SettledEvent | StateEvent;

/** The peer connection is observed from here on, whatever was before; the options are those that it is judged by. */
export interface AttachedEvent {
  readonly kind: "attached";
  readonly time: number;
  readonly seen: Seen;
  readonly options?: SessionOptions | undefined;
}

/** A method was called. */
export interface CallEvent {
  readonly kind: "call";
  readonly time: number;
  readonly call: CallName;
  /** The description passed to a set call; left out where there was none. */
  readonly description?: unknown;
  /** The number of the call, from 0, which its settlement repeats: of a live peer connection. */
  readonly id?: number | undefined;
}

/** A call was settled. */
export interface SettledEvent {
  readonly kind: "settled";
  readonly time: number;
  readonly call: CallName;
  readonly outcome: CallOutcome;
  /** The implementation's words for a failure; null where there are none. */
  readonly message: string | null;
  /** What was created, or what a call without SDP has set; null where the log does not hold it. */
  readonly description: DescriptionLike | null;
  readonly id?: number | undefined;
  readonly error?: ObservedError | null | undefined;
  readonly seen?: Seen | undefined;
  /** Was a set call refused for the number of its arguments? That says nothing of its description. */
  readonly wrongArity?: true | undefined;
}

/** A signalingstatechange event fired, in that state. */
export interface StateEvent {
  readonly kind: "state";
  readonly time: number;
  readonly signalingState: SignalingState;
}

/** The number of a call or of a settlement; null where it is missing, or no call can have it. */
export function callId({ id }: CallEvent | SettledEvent): number | null {
  return id !== undefined && Number.isSafeInteger(id) && id >= 0 ? id : null;
}

/** What a call is for. */
export interface Purpose {
  /** The side that the call sets a description on; null where the call sets none. */
  readonly side: Side | null;
  /** What the call creates; null where the call creates nothing. */
  readonly creates: "offer" | "answer" | null;
}

const purposes: Readonly<Record<CallName, Purpose>> = {
  createOffer: { side: null, creates: "offer" },
  createAnswer: { side: null, creates: "answer" },
  setLocalDescription: { side: "local", creates: null },
  setRemoteDescription: { side: "remote", creates: null },
  close: { side: null, creates: null },
};

/** What a call is for. */
export function purposeOf(call: CallName): Purpose {
  return purposes[call];
}

/** The side that a call sets a description on; null where the call sets none. */
export function sideOf(call: CallName): Side | null {
  return purposes[call].side;
}

/** What a call creates; null where the call creates nothing. */
export function createdBy(call: CallName): "offer" | "answer" | null {
  return purposes[call].creates;
}

import type { SignalingState } from "../../signaling/transition-table.ts";
import type { RecordedArgument } from "./argument.ts";
import {
  descriptionOf,
  errorOf,
  itemsOf,
  type ObservedError,
  type ObservedSlots,
  type SeenDescription,
  slotsOf,
  stateOf,
} from "./plain-data.ts";
import type { CallName, CallOutcome, SettledEvent } from "./trace-event.ts";

/** A settled call as it was seen, in a log or of a live peer connection: the evidence that is judged. */
export interface SettledCall extends Settlement, Surroundings {}

/** What came of a call. */
export interface Settlement {
  readonly call: CallName;
  readonly argument: RecordedArgument;
  readonly outcome: CallOutcome;
  /** The implementation's words for a failure; null where there are none. */
  readonly message: string | null;
  /** What the call was rejected with; null where that was not seen. */
  readonly error: ObservedError | null;
  /** What the call created or, without SDP, created and set; null where that was not seen. */
  readonly created: SeenDescription | null;
  /** How the peer connection looked at the settlement; null where no look was taken, as in a log. */
  readonly look: Look | null;
  /** When the call was settled, in ms since the epoch. */
  readonly settledAt: number;
}

/** What a settled call led to. What was not seen, or may be another call's doing, is null. */
export interface Surroundings {
  readonly signalingState: SignalingState | null;
  /** The last state that came after the settlement, and before the next call. */
  readonly lateState: SignalingState | null;
  /** The slots that were looked at. */
  readonly slots: ObservedSlots;
  readonly events: StatesInEvents | null;
}

/** The states in the signalingstatechange events of a call: until it was settled, and after. */
export interface StatesInEvents {
  readonly inTime: readonly SignalingState[];
  readonly late: readonly SignalingState[];
}

/** A look at a live peer connection. */
export interface Look {
  readonly signalingState: SignalingState;
  readonly slots: ObservedSlots;
  /** Are its events listened to? */
  readonly listens: boolean;
  readonly lateEvents: readonly SignalingState[];
}

/** Nothing was seen of what the call led to. */
export const unseenSurroundings: Surroundings = { signalingState: null, lateState: null, slots: {}, events: null };

/** Reads what came of a call with that argument. */
export function settlementOf(argument: RecordedArgument, event: SettledEvent): Settlement {
  const { call, outcome, time } = event;
  const look = event.seen === undefined ? null : lookOf(event.seen);
  const error = event.error === undefined || event.error === null ? null : errorOf(event.error);
  const message = event.message ?? error?.message ?? null;
  const created = descriptionOf(event.description) ?? setWithoutSdp(event, look);
  return { call, argument, outcome, message, error, created, look, settledAt: time };
}

/** Reads a look at a live peer connection. */
export function lookOf(seen: NonNullable<SettledEvent["seen"]>): Look {
  const { signalingState, slots, events, lateEvents } = seen;
  const late = itemsOf(lateEvents) ?? [];
  return {
    signalingState: stateOf(signalingState),
    slots: slotsOf(slots),
    listens: events === true,
    lateEvents: late.map(stateOf),
  };
}

// What a call without SDP has set is in the slots.
function setWithoutSdp({ call, outcome }: SettledEvent, look: Look | null): SeenDescription | null {
  if (call !== "setLocalDescription" || outcome !== "applied" || look === null) return null;
  const { pendingLocalDescription: pending = null, currentLocalDescription: current = null } = look.slots;
  return pending ?? (current?.type === "answer" ? current : null);
}

import type { SlotName } from "../../signaling/description.ts";
import type { SignalingState } from "../../signaling/transition-table.ts";
import { recordedArgument } from "./argument.ts";
import { type DescriptionLike, itemsOf, stateOf } from "./plain-data.ts";
import { type Settlement, settlementOf } from "./settled-call.ts";
import type { CallName, CallOutcome, SettledEvent } from "./trace-event.ts";

/** A call, and what the implementation was seen to do with it before the next one was made. */
export interface Observation {
  readonly call: CallName;
  /** The argument of a set call; left out where there was none. */
  readonly description?: unknown;
  readonly outcome: CallOutcome;
  /** What the call was rejected with: the exception, or an object with its `name`, `errorDetail` and `sdpLineNumber`. */
  readonly error?: unknown;
  /** What createOffer() or createAnswer() gave. */
  readonly created?: DescriptionLike | null | undefined;
  /** The signaling state after the call. */
  readonly signalingState: SignalingState;
  /** What the slots held after the call; a slot that is left out is not compared. */
  readonly slots?: { readonly [Name in SlotName]?: DescriptionLike | null | undefined } | undefined;
  /** The state read in each signalingstatechange event until the call was settled; left out: not compared. */
  readonly events?: readonly SignalingState[] | undefined;
  /** The same of the events after that, before the next call. */
  readonly lateEvents?: readonly SignalingState[] | undefined;
  /** When the call was made, in ms since the epoch. */
  readonly time?: number | undefined;
}

/** What an observation says. */
export interface ObservedCall {
  readonly settlement: Settlement;
  /** The states in the events until the call was settled. */
  readonly events: readonly SignalingState[];
}

/** Reads an observation. */
export function observedCall(observation: Observation): ObservedCall {
  const { call, description, outcome, error, created = null, signalingState, slots, lateEvents } = observation;
  const events = itemsOf(observation.events);
  const time = typeof observation.time === "number" && Number.isFinite(observation.time) ? observation.time : 0;
  const seen = { signalingState, slots, events: events !== null, lateEvents };
  const event = { kind: "settled", time, call, outcome, message: null, description: created, error, seen };
  return {
    settlement: settlementOf(recordedArgument(description), event as SettledEvent),
    events: (events ?? []).map(stateOf),
  };
}

import type { SlotName } from "../../signaling/description.ts";
import type { SignalingState } from "../../signaling/transition-table.ts";
import type { DescriptionLike } from "./description.ts";
import { itemsOf } from "./plain-data.ts";
import type { CallName, CallOutcome, SettledEvent, TraceEvent } from "./trace-event.ts";

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

/** The events that an observation stands for; the call has that number. What strangers gave is read with the events. */
export function observedEvents(observation: Observation, id: number): readonly TraceEvent[] {
  const { call, description, outcome, error, created = null, signalingState, slots, lateEvents } = observation;
  const events = itemsOf(observation.events);
  const time = typeof observation.time === "number" && Number.isFinite(observation.time) ? observation.time : 0;
  const seen = { signalingState, slots, events: events !== null, lateEvents };
  const settled = { kind: "settled", time, call, id, outcome, message: null, description: created, error, seen };
  return [
    { kind: "call", time, call, id, description },
    ...(events ?? []).map((state) => ({ kind: "state", time, signalingState: state as SignalingState }) as const),
    settled as SettledEvent,
  ];
}

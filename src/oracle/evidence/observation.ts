import { type SlotName, slotNames } from "../../signaling/description.ts";
import type { SignalingState } from "../../signaling/transition-table.ts";
import { recordedArgument } from "./argument.ts";
import {
  anything,
  description,
  type MemberReader,
  memberReader,
  nameAmong,
  state,
  states,
  time,
} from "./member-reader.ts";
import { type DescriptionLike, type ObservedSlots, slotsOf } from "./plain-data.ts";
import { type Settlement, settlementOf } from "./settled-call.ts";
import { type CallName, type CallOutcome, callNames, callOutcomes, type SettledEvent } from "./trace-event.ts";

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

/** Reads an observation, each member once. @throws TypeError where a member is missing or unusable */
export function observedCall(observation: unknown): ObservedCall {
  const member = memberReader("judge", "observation", observation);
  const call = member("call", nameAmong(callNames));
  const argument = recordedArgument(member("description", anything).value);
  const outcome = member("outcome", nameAmong(callOutcomes));
  const error = member("error", anything).value;
  const created = member("created", description).held ?? null;
  const signalingState = member("signalingState", state);
  const slots = slotsIn(member);
  const events = member("events", states);
  const lateEvents = member("lateEvents", states) ?? [];
  const seen = { signalingState, slots, events: events !== null, lateEvents };
  const settled = { call, outcome, message: null, description: created, error, seen, time: member("time", time) };
  // An error may be anything that was thrown.
  const event = { kind: "settled", ...settled } as SettledEvent;
  return { settlement: settlementOf(argument, event), events: events ?? [] };
}

function slotsIn(member: MemberReader): ObservedSlots {
  const { value } = member("slots", anything);
  if (value === undefined) return {};
  const slot = memberReader("judge", "observation.slots", value);
  return slotsOf(Object.fromEntries(slotNames.map((name) => [name, slot(name, description).held])));
}

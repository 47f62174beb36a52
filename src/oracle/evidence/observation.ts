import type { Description } from "../../signaling/description.ts";
import { type SlotName, slotNames } from "../../signaling/description.ts";
import { signalingStates } from "../../signaling/edge.generated.ts";
import type { SignalingState } from "../../signaling/transition-table.ts";
import { type Followed, follow } from "../follow.ts";
import type { Oracle } from "../oracle.ts";
import type { Difference } from "../verdict/difference.ts";
import type { Step } from "../verdict/step.ts";
import { descriptionOf, errorOf, memberOf } from "./plain-data.ts";
import { recordedArgument } from "./recorded-argument.ts";
import { type CallName, type CallOutcome, callNames, type ObservedSlots, type TraceEvent } from "./trace-event.ts";

/** A description as an implementation has it: an object of its own class, maybe. */
export interface DescriptionLike {
  readonly type: string;
  readonly sdp?: string;
}

/** A call, and what the implementation was seen to do with it before the next one was made. */
export interface Observation {
  readonly call: CallName;
  /** The argument of a set call; left out where there was none. */
  readonly description?: unknown;
  readonly outcome: CallOutcome;
  /** What it was refused with: the exception, or an object with its `name`, `errorDetail` and `sdpLineNumber`. */
  readonly error?: unknown;
  /** What createOffer() or createAnswer() gave. */
  readonly created?: DescriptionLike | null;
  /** The signaling state after it. */
  readonly signalingState: SignalingState;
  /** What the slots held after it; one that is left out is not compared. */
  readonly slots?: { readonly [Name in SlotName]?: DescriptionLike | null };
  /** The state read in each signalingstatechange event until it was settled; left out, they are not compared. */
  readonly events?: readonly SignalingState[];
  /** The same of the events after that, before the next call. */
  readonly lateEvents?: readonly SignalingState[];
  /** When it was made, in ms since the epoch. */
  readonly time?: number;
}

/** What the oracle says of a call. */
export interface Judged {
  /** The oracle for the next call. */
  readonly oracle: Oracle;
  /** Did the implementation do as the specification says, declared deviations aside? */
  readonly conforms: boolean;
  readonly differences: readonly Difference[];
  readonly step: Step;
}

/**
 * Judges one call of a peer connection whose calls are made one at a time, each awaited before the next.
 *
 * @param oracle the oracle as the call before left it; left untouched
 * @param observation the call, and what the implementation did with it
 * @throws TypeError where the call is none of `createOffer`, `createAnswer`, `setLocalDescription`,
 * `setRemoteDescription`, `close`; whatever else is odd in an observation is judged as it can be
 * @see https://w3c.github.io/webrtc-pc/#set-description
 */
export function judge(oracle: Oracle, observation: Observation): Judged {
  const { call } = observation;
  if (!callNames.includes(call)) throw new TypeError(`${String(call)} is no call that the oracle judges`);
  let followed: Followed = { oracle, steps: [] };
  for (const event of eventsOf(observation, oracle.calls)) followed = follow(followed.oracle, event);
  // Every settlement of a live call has its step.
  const step = followed.steps[0] as Step;
  const conforms = step.verdict !== "divergence";
  return Object.freeze({ oracle: followed.oracle, conforms, differences: step.differences, step });
}

function eventsOf(observation: Observation, id: number): readonly TraceEvent[] {
  const { call, outcome } = observation;
  const events = statesIn(observation.events);
  const seen = {
    signalingState: stateOf(observation.signalingState),
    slots: slotsIn(observation.slots),
    events: isList(observation.events),
    lateEvents: statesIn(observation.lateEvents),
  };
  const time = typeof observation.time === "number" && Number.isFinite(observation.time) ? observation.time : 0;
  const given = observation.error ?? null;
  const error = given === null ? null : errorOf(given);
  const message = error?.message ?? null;
  const created = descriptionOf(observation.created);
  return [
    { kind: "call", time, call, description: recordedArgument(observation.description), id },
    ...events.map((state) => ({ kind: "state", time, signalingState: state }) as const),
    { kind: "settled", time, call, outcome, message, description: created, id, error, seen },
  ];
}

function slotsIn(slots: unknown): ObservedSlots {
  const seen = slotNames.map((name) => [name, slotOf(memberOf(slots, name))] as const);
  return Object.fromEntries(seen.filter(([, slot]) => slot !== undefined));
}

function statesIn(states: unknown): readonly SignalingState[] {
  return isList(states) ? states.map(stateOf) : [];
}

// A proxy that was revoked throws even at that.
function isList(value: unknown): value is readonly unknown[] {
  try {
    return Array.isArray(value);
  } catch {
    return false;
  }
}

// One that no specification knows counts as closed.
function stateOf(seen: unknown): SignalingState {
  return signalingStates.find((state) => state === seen) ?? "closed";
}

/** A slot as plain data: what is no description was not looked at. */
export function slotOf(value: unknown): Description | null | undefined {
  if (value === null) return null;
  const description = descriptionOf(value);
  const type = descriptionTypes.find((name) => name === description?.type);
  return description === null || type === undefined ? undefined : { type, sdp: description.sdp };
}

const descriptionTypes = ["offer", "pranswer", "answer"] as const;

import type { SignalingState } from "../signaling/index.ts";
import type { Difference } from "./difference.ts";
import { type Followed, follow } from "./follow.ts";
import type { Oracle } from "./oracle.ts";
import type { Step } from "./step.ts";
import type { CallName, CallOutcome, ObservedError, ObservedSlots, TraceEvent } from "./trace-event.ts";

/** A call, and what the implementation was seen to do with it before the next one was made. */
export interface Observation {
  readonly call: CallName;
  /** The argument of a set call; left out where there was none. */
  readonly description?: unknown;
  readonly outcome: CallOutcome;
  /** What it was refused with. */
  readonly error?: ObservedError | null;
  /** What createOffer() or createAnswer() gave. */
  readonly created?: { readonly type: string; readonly sdp: string } | null;
  /** The signaling state after it. */
  readonly signalingState: SignalingState;
  /** What the slots held after it; one that is left out is not compared. */
  readonly slots?: ObservedSlots;
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
 * @see https://w3c.github.io/webrtc-pc/#set-description
 */
export function judge(oracle: Oracle, observation: Observation): Judged {
  let followed: Followed = { oracle, steps: [] };
  for (const event of eventsOf(observation, oracle.calls)) followed = follow(followed.oracle, event);
  // Every settlement of a live call has its step.
  const step = followed.steps[0] as Step;
  const conforms = step.verdict !== "divergence";
  return Object.freeze({ oracle: followed.oracle, conforms, differences: step.differences, step });
}

function eventsOf(observation: Observation, id: number): readonly TraceEvent[] {
  const { call, description, outcome, error = null, created = null, signalingState, events, time = 0 } = observation;
  const { slots = {}, lateEvents = [] } = observation;
  const seen = { signalingState, slots, events: events !== undefined, lateEvents };
  const message = error?.message ?? null;
  return [
    { kind: "call", time, call, description, id },
    ...(events ?? []).map((state) => ({ kind: "state", time, signalingState: state }) as const),
    { kind: "settled", time, call, outcome, message, description: created, id, error, seen },
  ];
}

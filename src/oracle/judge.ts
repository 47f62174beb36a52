import { type Observation, observedEvents } from "./evidence/observation.ts";
import { callNames } from "./evidence/trace-event.ts";
import { frozen } from "./frozen.ts";
import { type Oracle, opaque, stateOf } from "./oracle.ts";
import { reduce } from "./reduce.ts";
import { quiet } from "./state.ts";
import type { Difference } from "./verdict/difference.ts";
import type { Step } from "./verdict/step.ts";

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
 * @throws TypeError where the first argument is not an oracle, or the call is none of `createOffer`, `createAnswer`,
 * `setLocalDescription`, `setRemoteDescription`, `close`; whatever else is odd in an observation is judged as it can be
 * @see https://w3c.github.io/webrtc-pc/#set-description
 */
export function judge(oracle: Oracle, observation: Observation): Judged {
  const before = stateOf(oracle);
  const { call } = observation;
  if (!callNames.includes(call)) {
    throw new TypeError(`the call must be one of ${callNames.join(", ")}, not ${String(call)}`);
  }
  const events = observedEvents(observation, before.calls);
  const { state, steps } = events.reduce(({ state }, event) => reduce(state, event), quiet(before));
  // A call that was looked at has a step as soon as it is settled.
  const step = frozen(steps[0] as Step);
  const conforms = step.verdict !== "divergence";
  return Object.freeze({ oracle: opaque(state), conforms, differences: step.differences, step });
}

import { closeAt } from "./closing.ts";
import { live } from "./evidence/heard.ts";
import { type Observation, observedCall } from "./evidence/observation.ts";
import { frozen } from "./frozen.ts";
import { judgeCall } from "./judge-call.ts";
import { internalsOf, type Oracle, opaque } from "./oracle.ts";
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
 * @throws TypeError where the first argument is not an oracle, or a member of the observation is missing, of the wrong
 * type or cannot be read: the message names the member. The argument of the call and the error may be anything, and a
 * signaling state that no specification knows counts as closed
 * @see https://w3c.github.io/webrtc-pc/#set-description
 */
export function judge(oracle: Oracle, observation: Observation): Judged {
  const before = internalsOf("judge", oracle);
  const { settlement, events } = observedCall(observation);
  const { call, argument, settledAt: time } = settlement;
  const { state: made, closing } = call === "close" ? closeAt(before, time) : { state: before, closing: null };
  const { calls: index } = before;
  const state = { ...made, calls: index + 1, heard: live(made.heard, events) };
  const ended = { index, time, call, argument, closing, overtaken: false, early: null };
  const { state: after, steps } = judgeCall(state, ended, settlement);
  const step = frozen(steps[0] as Step);
  const conforms = step.verdict !== "divergence";
  return Object.freeze({ oracle: opaque(after), conforms, differences: step.differences, step });
}

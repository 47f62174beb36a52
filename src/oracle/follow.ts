import { placedCalls } from "./calls/open-calls.ts";
import { readEvent } from "./evidence/read-event.ts";
import type { TraceEvent } from "./evidence/trace-event.ts";
import { frozen } from "./frozen.ts";
import { internalsOf, type Oracle, opaque } from "./oracle.ts";
import { reduce } from "./reduce.ts";
import { type Step, unsettledStep } from "./verdict/step.ts";

/** The oracle after an event, and the steps that the event settled or revised. */
export interface Followed {
  readonly oracle: Oracle;
  readonly steps: readonly Step[];
}

/**
 * Follows one event of a peer connection's log, or of a live one. Pure; its cost grows neither with the events before it
 * nor with the calls that are open.
 *
 * A settlement belongs to the call of its id, else to the oldest open call of its method; one that belongs to no call
 * is ignored. After a difference, judging goes on from what was observed.
 *
 * @param oracle where it stood; left untouched
 * @param event what happened; times in ms since the epoch
 * @throws TypeError where the first argument is not an oracle, or the event is no event of a log: the message names the
 * member
 * @see https://w3c.github.io/webrtc-pc/#set-description
 */
export function follow(oracle: Oracle, event: TraceEvent): Followed {
  const { state, steps } = reduce(internalsOf("follow", oracle), readEvent(event));
  return Object.freeze({ oracle: opaque(state), steps: frozen(steps) });
}

/**
 * The log ends: gives the steps of the calls that are still open. They are unsettled, and cannot be judged.
 *
 * @throws TypeError where the argument is not an oracle
 */
export function finish(oracle: Oracle): readonly Step[] {
  const { open, session } = internalsOf("finish", oracle);
  const why = "The log ends before the call was settled.";
  return placedCalls(open).map((call) => unsettledStep(call, session.signalingState, "unjudged", why));
}

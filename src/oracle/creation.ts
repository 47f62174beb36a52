import { creationExpectation, withCreated } from "./expectation.ts";
import type { Followed } from "./follow.ts";
import { judgementOf } from "./judgement.ts";
import { creationStep } from "./make-step.ts";
import type { Oracle, Settled } from "./oracle.ts";

/**
 * createOffer() or createAnswer() has ended. What was created is what may be set, whether or not it should have been
 * created in that state; of a live connection that is judged, too.
 */
export function settleCreation(oracle: Oracle, type: "offer" | "answer", settled: Settled): Followed {
  if (settled.seen === undefined) return { oracle: withCreation(oracle, type, settled), steps: [] };
  const { session, knownDeviations, calls } = oracle;
  const { outcome, message, error = null, description } = settled;
  const expectation = creationExpectation(session, type, description?.sdp ?? "");
  const observed = { outcome, message, signalingState: session.signalingState, stateSeen: true, error };
  // It changes neither state nor slots nor fires events: what moved meanwhile is another call's doing.
  const judged = judgementOf({ session, side: null, expectation, observed, surroundings: null, knownDeviations });
  const step = creationStep(session, calls, settled, judged, observed);
  const after = { ...oracle, session: judged.session, calls: calls + 1, answering: answeringAfter(oracle, type) };
  return { oracle: after, steps: [step] };
}

function withCreation(oracle: Oracle, type: "offer" | "answer", { outcome, description }: Settled): Oracle {
  if (outcome !== "applied" || description === null) return oracle;
  const session = withCreated(oracle.session, { type, sdp: description.sdp });
  return { ...oracle, session, answering: answeringAfter(oracle, type) };
}

function answeringAfter({ session, answering }: Oracle, type: "offer" | "answer"): string {
  return type === "answer" ? (session.pendingRemoteDescription?.sdp ?? "") : answering;
}

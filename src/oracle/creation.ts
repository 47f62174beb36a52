import { lateCreationStep } from "./closing.ts";
import { claimEvents } from "./evidence/events.ts";
import { creationExpectation, withCreated } from "./expected/expectation.ts";
import type { Followed } from "./follow.ts";
import { isBusy, type Oracle, type Settled } from "./oracle.ts";
import { judgementOf } from "./verdict/judgement.ts";
import { creationStep } from "./verdict/make-step.ts";

/**
 * createOffer() or createAnswer() has ended. What was created is what may be set, whether or not it should have been
 * created in that state; of a live connection that is judged, too.
 */
export function settleCreation(oracle: Oracle, type: "offer" | "answer", settled: Settled): Followed {
  const { seen, id } = settled;
  if (seen === undefined) return { oracle: withCreation(oracle, type, settled), steps: [] };
  const { session, knownDeviations, calls } = oracle;
  if (oracle.creationsOvertaken.includes(id ?? -1)) {
    return { oracle: { ...oracle, calls: calls + 1 }, steps: [lateCreationStep(oracle, type, settled)] };
  }
  const { outcome, message, error = null, description } = settled;
  const expectation = creationExpectation(session, type, description?.sdp ?? "");
  // It changes neither state nor slots nor fires events; where other calls are under way, that is their doing.
  const free = !isBusy(oracle);
  const { events, left } = free ? claimEvents(oracle, settled, []) : { events: null, left: {} };
  const signalingState = free ? seen.signalingState : session.signalingState;
  const observed = { outcome, message, signalingState, stateSeen: free, error };
  const surroundings = free ? { slots: seen.slots, events } : null;
  const judged = judgementOf({ session, side: null, expectation, observed, surroundings, knownDeviations });
  const step = creationStep(session, calls, settled, judged, observed);
  const after = {
    ...oracle,
    ...left,
    session: judged.session,
    calls: calls + 1,
    unseenCreations: seenCreation(oracle, type),
  };
  const creating = oracle.creating.filter((open) => open !== id);
  return { oracle: { ...after, creating, answering: answeringAfter(oracle, type) }, steps: [step] };
}

/** The oracle with one more open call of createOffer() or createAnswer(). */
export function openCreation(oracle: Oracle, id: number | undefined): Oracle {
  return id === undefined ? oracle : { ...oracle, creating: [...oracle.creating, id] };
}

function withCreation(oracle: Oracle, type: "offer" | "answer", { outcome, description }: Settled): Oracle {
  if (outcome !== "applied" || description === null) return oracle;
  const session = withCreated(oracle.session, { type, sdp: description.sdp });
  return { ...oracle, session, unseenCreations: seenCreation(oracle, type), answering: answeringAfter(oracle, type) };
}

function answeringAfter({ session, answering }: Oracle, type: "offer" | "answer"): string {
  return type === "answer" ? (session.pendingRemoteDescription?.sdp ?? "") : answering;
}

function seenCreation({ unseenCreations }: Oracle, type: "offer" | "answer"): Oracle["unseenCreations"] {
  return { ...unseenCreations, [type]: false };
}

import { attribute, unattributed } from "./evidence/heard.ts";
import type { Settlement } from "./evidence/settled-call.ts";
import { withCreation } from "./expected/creations.ts";
import { creationExpectation } from "./expected/expectation.ts";
import { withCreated } from "./expected/known-session.ts";
import { isBusy } from "./open-calls.ts";
import { type OracleState, quiet, type Reduced } from "./state.ts";
import { judgementOf } from "./verdict/judgement.ts";
import { judgedStep } from "./verdict/step.ts";

/**
 * Judges a call of createOffer() or createAnswer() that is settled. What was created is what may be set, whether or not
 * it should have been created in that state.
 */
export function judgeCreation(state: OracleState, type: "offer" | "answer", settlement: Settlement): Reduced {
  const { call, argument, created, outcome, look, settledAt } = settlement;
  const isSeen = outcome === "applied" && created !== null;
  const creations = isSeen ? withCreation(state.creations, type, state) : state.creations;
  // A log makes no steps of what was created.
  if (look === null) return quiet(isSeen ? { ...state, ...withCreated(state, type, created.sdp), creations } : state);
  const { session, heard, open, knownDeviations, calls } = state;
  const expectation = creationExpectation(state, type, created?.sdp ?? null);
  // It changes neither state nor slots, nor fires events: where set calls are under way, that is their doing.
  const { signalingState } = session;
  const wanted = { signalingState, events: [] };
  const busy = isBusy(open);
  const { surroundings, left } = busy
    ? unattributed(heard)
    : attribute(heard, settlement, wanted, signalingState, busy);
  const settled = { ...settlement, ...surroundings };
  const judgement = judgementOf({ before: state, expectation, settled, overtaken: false, knownDeviations });
  const { provision } = expectation;
  const place = { index: calls, time: settledAt, call, argument };
  const details = { type, provision, before: signalingState, waited: 0, cause: null };
  return {
    state: { ...state, ...judgement.after, creations, heard: left, calls: calls + 1 },
    steps: [judgedStep(place, details, judgement)],
  };
}

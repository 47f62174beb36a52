import type { Side, SignalingState } from "../signaling/transition-table.ts";
import { type Attribution, attribute, unattributed } from "./evidence/heard.ts";
import type { Settlement } from "./evidence/settled-call.ts";
import { allUnseen, type Creations, noneUnseen } from "./expected/creations.ts";
import type { Expectation } from "./expected/expectation.ts";
import { creationOf, withCreated } from "./expected/known-session.ts";
import { setCallExpectation } from "./expected/set-call.ts";
import { isBusy, type PlacedCall } from "./open-calls.ts";
import type { OracleState, Reduced, Unexplained } from "./state.ts";
import { withSetCall } from "./verdict/history.ts";
import { type Judgement, judgementOf } from "./verdict/judgement.ts";
import { likelyCause } from "./verdict/likely-cause.ts";
import { type JudgedDetails, judgedStep } from "./verdict/step.ts";

/** Judges a call of setLocalDescription() or setRemoteDescription() that is settled; it is not among the open ones any more. */
export function judgeSetCall(state: OracleState, side: Side, call: PlacedCall, settlement: Settlement): Reduced {
  const expectation = setCallExpectation(state, state.creations, side, settlement);
  const { surroundings, left, missing } = attributionOf(state, settlement, expectation);
  const settled = { ...settlement, ...surroundings };
  const { knownDeviations } = state;
  const judgement = judgementOf({ before: state, expectation, settled, overtaken: false, knownDeviations });
  const { session: before } = state;
  const { session: after } = judgement.after;
  return {
    state: {
      ...state,
      ...judgement.after,
      creations: creationsAfter(state.creations, expectation, judgement),
      heard: left,
      lastSettled: settlement.settledAt,
      missed: missedState(settlement, expectation),
      unexplained:
        missing === null ? null : { before: { ...state, unexplained: null }, side, call, settlement, wanted: missing },
      history: withSetCall(state.history, { side, time: call.time, expectation, before, after }),
    },
    steps: [judgedStep(call, setCallDetails(state, side, call, expectation, judgement), judgement)],
  };
}

/** What is said of a set call besides its judgement. */
export function setCallDetails(
  state: OracleState,
  side: Side,
  { time }: PlacedCall,
  expectation: Expectation,
  { verdict }: Judgement,
): JudgedDetails {
  const { type, provision } = expectation;
  const waited = Math.max(0, (state.lastSettled ?? time) - time);
  const cause = verdict === "conforms" ? null : likelyCause(state.history, state, side, expectation);
  return { type, provision, before: state.session.signalingState, waited, cause };
}

/** Judges a call settled before, again: the state that it should have led to has come late. */
export function revise(state: OracleState, unexplained: Unexplained, late: SignalingState): Reduced {
  const { before, side, call, settlement } = unexplained;
  const heard = { source: "log", unclaimed: [late], any: true } as const;
  const revised = judgeSetCall({ ...before, heard }, side, call, settlement);
  // What was created since stays created.
  const { lastCreatedOffer, lastCreatedAnswer } = state.session;
  const known = withCreated(withCreated(revised.state, "offer", lastCreatedOffer), "answer", lastCreatedAnswer);
  return { state: { ...state, ...known, history: revised.state.history, unexplained: null }, steps: revised.steps };
}

// Web IDL refuses before the operations chain: what is seen then is the doing of the call that is under way.
function attributionOf(state: OracleState, settlement: Settlement, expectation: Expectation): Attribution {
  const { heard, open, session } = state;
  const { rejection, after, events } = expectation;
  const busy = isBusy(open);
  const isRefusedAtOnce = settlement.outcome === "rejected" && rejection?.error === "TypeError";
  if (busy && isRefusedAtOnce) return unattributed(heard);
  const wanted = { signalingState: after.session.signalingState, events };
  return attribute(heard, settlement, wanted, session.signalingState, busy);
}

function missedState({ outcome, look }: Settlement, { rejection, after }: Expectation): SignalingState | null {
  const { signalingState } = after.session;
  const mustMove = outcome === "applied" && rejection === null && look !== null;
  return mustMove && look.signalingState !== signalingState ? signalingState : null;
}

function creationsAfter(creations: Creations, expectation: Expectation, judgement: Judgement): Creations {
  const { created, sdp, type } = expectation;
  const { observed, differences, after } = judgement;
  if (observed.outcome === "applied" && created && sdp === null) {
    return { ...creations, unseen: { ...creations.unseen, [creationOf(type)]: true } };
  }
  // A fault that moved the implementation may have discarded what it had created, or created more.
  if (differences.some(({ kind }) => kind === "applied" || kind === "wrong-state")) {
    return { ...creations, unseen: allUnseen };
  }
  const isAnswered = observed.outcome === "applied" && type === "answer" && after.session.signalingState === "stable";
  return isAnswered ? { ...creations, unseen: noneUnseen } : creations;
}

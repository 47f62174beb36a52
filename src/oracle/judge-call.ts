import { isBusy } from "./calls/open-calls.ts";
import { attribute, type Wanted } from "./evidence/heard.ts";
import type { Settlement } from "./evidence/settled-call.ts";
import { createdBy, sideOf } from "./evidence/trace-event.ts";
import type { Expectation } from "./expected/expectation.ts";
import { expectationOf } from "./expected/expectation-of.ts";
import type { KnownSession } from "./expected/known-session.ts";
import { movedOn } from "./moved-on.ts";
import type { EndedCall, OracleState, Reduced } from "./state.ts";
import type { Comparison } from "./verdict/difference.ts";
import { type Judgement, judgementOf } from "./verdict/judgement.ts";
import { likelyCause } from "./verdict/likely-cause.ts";
import { judgedStep, type Step } from "./verdict/step.ts";

/** Judges a call that is settled, and moves on to where the implementation was seen to be. */
export function judgeCall(state: OracleState, call: EndedCall, settlement: Settlement): Reduced {
  const { overtaken } = call;
  const { knownDeviations, trouble } = state;
  const before = sessionBefore(state, call);
  const expectation = expectationOf(before, state.creations, settlement);
  const attribution = attribute(state.heard, settlement, wantedOf(state, call, settlement, expectation));
  const settled = { ...settlement, ...attribution.surroundings };
  const comparison = { before, expectation, settled, overtaken, knownDeviations, trouble };
  const judgement = judgementOf(comparison);
  const step = judgedStep(call, comparison, judgement, circumstances(state, call, comparison, judgement));
  return { state: overtaken ? state : movedOn(state, call, comparison, judgement, attribution), steps: [step] };
}

// A call of close() is judged by the session that it found, a call that close() overtook by the one that was closed.
function sessionBefore(state: OracleState, { closing, overtaken }: EndedCall): KnownSession {
  const { session, unseenSdp } = closing?.before ?? (overtaken ? state.closed : null) ?? state;
  return { session, unseenSdp };
}

function wantedOf(state: OracleState, call: EndedCall, settlement: Settlement, expectation: Expectation): Wanted {
  const { session, open } = state;
  const { after, events } = expectation;
  const busy = isBusy(open);
  const own = ownShare(call, settlement, expectation, busy);
  return { before: session.signalingState, after: after.session.signalingState, events, busy, own };
}

// How much of what is seen at the settlement is the call's own doing, and not that of calls under way.
function ownShare(
  { closing, overtaken }: EndedCall,
  { call, outcome }: Settlement,
  { rejection }: Expectation,
  busy: boolean,
): Wanted["own"] {
  if (closing !== null) return closing.busy ? "state" : "all";
  // createOffer() and createAnswer() change nothing. Web IDL refuses before the operations chain.
  const changesNothing = createdBy(call) !== null || (outcome === "rejected" && rejection?.error === "TypeError");
  return overtaken || (busy && changesNothing) ? "nothing" : "all";
}

function circumstances(
  { lastSettled, history }: OracleState,
  { call, time }: EndedCall,
  comparison: Comparison,
  { verdict, isLate }: Judgement,
): Pick<Step, "waited" | "cause"> {
  if (sideOf(call) === null || isLate) return { waited: 0, cause: null };
  const cause = verdict === "conforms" ? null : likelyCause(history, comparison);
  return { waited: Math.max(0, (lastSettled ?? time) - time), cause };
}

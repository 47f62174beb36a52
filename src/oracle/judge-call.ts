import { isBusy } from "./calls/open-calls.ts";
import { attribute } from "./evidence/heard.ts";
import type { Settlement } from "./evidence/settled-call.ts";
import type { Expectation } from "./expected/expectation.ts";
import { expectationOf } from "./expected/expectation-of.ts";
import type { KnownSession } from "./expected/known-session.ts";
import { observedSession } from "./expected/observed-session.ts";
import { movedOn } from "./moved-on.ts";
import type { EndedCall, OracleState, Reduced } from "./state.ts";
import { differencesIn } from "./verdict/differences.ts";
import { type Judgement, judgementOf } from "./verdict/judgement.ts";
import { likelyCause } from "./verdict/likely-cause.ts";
import { judgedStep, type Step } from "./verdict/step.ts";

/** Judges a call that is settled, and moves on to where the implementation was seen to be. */
export function judgeCall(state: OracleState, call: EndedCall, settlement: Settlement): Reduced {
  const { overtaken, closing, early } = call;
  const expectation = expectationOf(sessionBefore(state, call), state.creations, settlement);
  const around = {
    outOfTurn: overtaken || early !== null,
    busy: isBusy(state.open),
    current: state.session.signalingState,
  };
  const circumstances = { ...around, closedBusy: closing?.busy ?? null };
  const { surroundings, ...heard } = attribute(state.heard, settlement, expectation, circumstances);
  const settled = { ...settlement, ...surroundings };
  const differences = differencesIn(expectation, settled, overtaken, state);
  const judgement = judgementOf(expectation, settled, differences, overtaken);
  const step = judgedStep(call, expectation, judgement, circumstancesOf(state, call, expectation, judgement));
  if (overtaken) return { state, steps: [step] };
  const known = observedSession(expectation, settled, judgement.observed.signalingState);
  return movedOn(state, call, { expectation, settled, step, known, ...heard });
}

// A call of close() is judged by the session that it found, a call that close() overtook by the one that was closed, any
// other in its turn of the operations chain.
function sessionBefore(state: OracleState, { closing, overtaken, early }: EndedCall): KnownSession {
  const { session, unseenSdp } = closing?.before ?? (overtaken ? state.closed : null) ?? early ?? state;
  return { session, unseenSdp };
}

function circumstancesOf(
  { lastSettled, history }: OracleState,
  { time }: EndedCall,
  expectation: Expectation,
  { verdict, isLate, observed }: Judgement,
): Pick<Step, "waited" | "cause"> {
  if (expectation.side === null || isLate) return { waited: 0, cause: null };
  const cause = verdict === "conforms" ? null : likelyCause(history, expectation, observed.outcome);
  return { waited: Math.max(0, (lastSettled ?? time) - time), cause };
}

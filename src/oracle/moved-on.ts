import type { SignalingState } from "../signaling/transition-table.ts";
import { isBusy } from "./calls/open-calls.ts";
import { sdpIn } from "./evidence/argument.ts";
import type { Attribution } from "./evidence/heard.ts";
import type { SettledCall } from "./evidence/settled-call.ts";
import { knownAfter } from "./expected/creations.ts";
import type { Expectation } from "./expected/expectation.ts";
import type { KnownSession } from "./expected/known-session.ts";
import type { EndedCall, OracleState, Reduced } from "./state.ts";
import { historyWith } from "./verdict/history.ts";
import { type Step, withdrawnStep } from "./verdict/step.ts";
import { type Trouble, troubleAfter } from "./verdict/trouble.ts";

/** What came of a call that was judged. */
export interface JudgedCall extends Pick<Attribution, "left" | "missing"> {
  readonly expectation: Expectation;
  readonly settled: SettledCall;
  readonly step: Step;
  /** The session that judging goes on from. */
  readonly known: KnownSession;
}

/** The state after a call that was judged, and its step, with those that the call shows to have rested on nothing. */
export function movedOn(state: OracleState, call: EndedCall, judged: JudgedCall): Reduced {
  const { expectation, step, known, left } = judged;
  const isEarly = call.early !== null;
  const { after } = expectation;
  const isExpected = isEarly || known.session.signalingState === after.session.signalingState;
  const withdrawn = isExpected ? [] : state.early.map(withdrawnStep);
  const early = isEarly && step.verdict !== "conforms" ? [...state.early, step].slice(-mostEarly) : state.early;
  const setting = isEarly || expectation.side === null ? {} : afterSettingCall(state, call, judged);
  const moved = { ...state, heard: left, ...setting, early: isExpected && isBusy(state.open) ? early : [] };
  return { state: { ...moved, ...knownAfter(state, judged, isEarly) }, steps: [step, ...withdrawn] };
}

// More steps than this of calls settled early come of no sane implementation: the oldest stand.
const mostEarly = 8;

// What is remembered of a set call.
function afterSettingCall(
  state: OracleState,
  call: EndedCall,
  judged: JudgedCall,
): Pick<OracleState, "lastSettled" | "missed" | "unexplained" | "history" | "trouble"> {
  const { expectation, settled, known, missing } = judged;
  const before = { ...state, unexplained: null };
  return {
    lastSettled: settled.settledAt,
    missed: missedState(expectation, settled),
    unexplained: missing === null ? null : { before, call, settlement: settled, wanted: missing },
    history: historyWith(state.history, call.time, expectation, known.session),
    trouble: troubleWith(state.trouble, call.index, judged),
  };
}

function missedState({ rejection, after }: Expectation, { outcome, look }: SettledCall): SignalingState | null {
  const { signalingState } = after.session;
  const mustMove = outcome === "applied" && rejection === null && look !== null;
  return mustMove && look.signalingState !== signalingState ? signalingState : null;
}

function troubleWith(trouble: Trouble, index: number, { settled, expectation, step, known }: JudgedCall) {
  const { outcome, argument, error } = settled;
  // Web IDL refuses an argument before the connection sees it.
  const isSeen = outcome !== "rejected" || (error?.name !== "TypeError" && (sdpIn(argument) ?? "") !== "");
  const carriesSdp = isSeen && expectation.type !== "rollback";
  const kinds = step.differences.map(({ kind }) => kind);
  const completed = outcome === "applied" && expectation.type === "answer" && known.session.signalingState === "stable";
  return troubleAfter(trouble, { index, outcome, carriesSdp, kinds, completed });
}

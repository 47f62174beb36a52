import type { SignalingState } from "../signaling/transition-table.ts";
import { sdpIn } from "./evidence/argument.ts";
import type { Attribution } from "./evidence/heard.ts";
import type { SettledCall } from "./evidence/settled-call.ts";
import { creationsAfter } from "./expected/creations.ts";
import type { Expectation } from "./expected/expectation.ts";
import type { KnownSession } from "./expected/known-session.ts";
import { withSlots } from "./expected/resynchronise.ts";
import type { EndedCall, OracleState } from "./state.ts";
import type { Difference } from "./verdict/difference.ts";
import { historyWith } from "./verdict/history.ts";
import { type Trouble, troubleAfter } from "./verdict/trouble.ts";

/** What came of a call that was judged. */
export interface JudgedCall extends Pick<Attribution, "left" | "missing"> {
  readonly expectation: Expectation;
  readonly settled: SettledCall;
  readonly differences: readonly Difference[];
  /** The session that judging goes on from. */
  readonly known: KnownSession;
}

/** The state after a call that was judged. */
export function movedOn(state: OracleState, call: EndedCall, judged: JudgedCall): OracleState {
  const { settled, known, left } = judged;
  // What the slots hold when close() returns stays there, whichever call set it.
  const moved = call.closing === null ? known : withSlots(known, settled.look?.slots ?? {});
  const setting = judged.expectation.side === null ? {} : afterSettingCall(state, call, judged);
  const creations = creationsAfter(state, judged);
  return { ...state, ...moved, heard: left, ...setting, creations };
}

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

function troubleWith(trouble: Trouble, index: number, { settled, expectation, differences, known }: JudgedCall) {
  const { outcome, argument, error } = settled;
  // Web IDL refuses an argument before the connection sees it.
  const isSeen = outcome !== "rejected" || (error?.name !== "TypeError" && (sdpIn(argument) ?? "") !== "");
  const carriesSdp = isSeen && expectation.type !== "rollback";
  const kinds = differences.map(({ kind }) => kind);
  const completed = outcome === "applied" && expectation.type === "answer" && known.session.signalingState === "stable";
  return troubleAfter(trouble, { index, outcome, carriesSdp, kinds, completed });
}

import type { SignalingState } from "../signaling/transition-table.ts";
import { sdpIn } from "./evidence/argument.ts";
import type { Attribution } from "./evidence/heard.ts";
import { sideOf } from "./evidence/trace-event.ts";
import { allUnseen, type Creations, creationsWith, noneUnseen } from "./expected/creations.ts";
import { creationOf } from "./expected/known-session.ts";
import { withSlots } from "./expected/resynchronise.ts";
import type { EndedCall, OracleState } from "./state.ts";
import type { Comparison } from "./verdict/difference.ts";
import { historyWith } from "./verdict/history.ts";
import type { Judgement } from "./verdict/judgement.ts";
import { type Trouble, troubleAfter } from "./verdict/trouble.ts";

/** The state after a call that was judged. */
export function movedOn(
  state: OracleState,
  call: EndedCall,
  comparison: Comparison,
  judgement: Judgement,
  { left, missing }: Attribution,
): OracleState {
  const { settled } = comparison;
  const { look } = settled;
  // What the slots hold when close() returns stays there, whichever call set it.
  const known = call.closing === null ? judgement.after : withSlots(judgement.after, look?.slots ?? {});
  const after = { ...state, ...known, heard: left, creations: creationsWith(state.creations, settled, state) };
  if (sideOf(call.call) === null) return after;
  const before = { ...state, unexplained: null };
  return {
    ...after,
    creations: creationsAfter(state.creations, comparison, judgement),
    lastSettled: settled.settledAt,
    missed: missedState(comparison),
    unexplained: missing === null ? null : { before, call, settlement: settled, wanted: missing },
    history: historyWith(state.history, call.time, comparison, judgement),
    trouble: troubleWith(state.trouble, call, comparison, judgement),
  };
}

function troubleWith(
  trouble: Trouble,
  { index }: EndedCall,
  { settled, expectation }: Comparison,
  { differences, after }: Judgement,
): Trouble {
  const { outcome, argument, error } = settled;
  // Web IDL refuses an argument before the connection sees it.
  const isSeen = outcome !== "rejected" || (error?.name !== "TypeError" && (sdpIn(argument) ?? "") !== "");
  const carriesSdp = isSeen && expectation.type !== "rollback";
  const kinds = differences.map(({ kind }) => kind);
  const completed = outcome === "applied" && expectation.type === "answer" && after.session.signalingState === "stable";
  return troubleAfter(trouble, { index, outcome, carriesSdp, kinds, completed });
}

function missedState({ settled, expectation }: Comparison): SignalingState | null {
  const { outcome, look } = settled;
  const { signalingState } = expectation.after.session;
  const mustMove = outcome === "applied" && expectation.rejection === null && look !== null;
  return mustMove && look.signalingState !== signalingState ? signalingState : null;
}

function creationsAfter(creations: Creations, { settled, expectation }: Comparison, judgement: Judgement): Creations {
  const { created, sdp, type } = expectation;
  const { differences, after } = judgement;
  const isApplied = settled.outcome === "applied";
  if (isApplied && created && sdp === null) {
    return { ...creations, unseen: { ...creations.unseen, [creationOf(type)]: true } };
  }
  // A fault that moved the implementation may have discarded what it had created, or created more.
  if (differences.some(({ kind }) => kind === "applied" || kind === "wrong-state")) {
    return { ...creations, unseen: allUnseen };
  }
  const isAnswered = isApplied && type === "answer" && after.session.signalingState === "stable";
  return isAnswered ? { ...creations, unseen: noneUnseen } : creations;
}

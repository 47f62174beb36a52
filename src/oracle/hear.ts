import type { SignalingState } from "../signaling/transition-table.ts";
import { isBusy, isCreating } from "./calls/open-calls.ts";
import { overtake } from "./closing.ts";
import { type LiveEvents, withEvent } from "./evidence/live-events.ts";
import { type LogStates, withState } from "./evidence/log-states.ts";
import { withCreated } from "./expected/known-session.ts";
import { resynchronise } from "./expected/resynchronise.ts";
import { judgeCall } from "./judge-call.ts";
import { type OracleState, quiet, type Reduced, type Unexplained } from "./state.ts";

/** A signalingstatechange event fired, in that state. */
export function hearState(state: OracleState, signalingState: SignalingState): Reduced {
  const { heard } = state;
  if (heard.source === "log") return hearInLog(state, heard, signalingState);
  return quiet(hearLive(state, heard, signalingState));
}

function hearInLog(state: OracleState, states: LogStates, signalingState: SignalingState): Reduced {
  const { session, unexplained, open } = state;
  const heard = { ...states, any: true };
  const after = { ...state, heard };
  if (unexplained?.wanted === signalingState) return revise(after, unexplained, signalingState);
  if (session.signalingState === "closed") return quiet(after);
  if (signalingState === "closed") return overtake(after);
  if (isBusy(open)) return quiet({ ...state, heard: withState(heard, session.signalingState, signalingState) });
  // No call explains the state: judging goes on from there.
  return quiet({ ...after, ...resynchronise(state, signalingState) });
}

// While calls of a live peer connection are open, their settlements say in which state it is.
function hearLive(state: OracleState, live: LiveEvents, signalingState: SignalingState): OracleState {
  const { session, missed, open } = state;
  const isIdle = !isBusy(open) && !isCreating(open) && session.signalingState !== "closed";
  if (!isIdle || signalingState === "closed") return { ...state, heard: withEvent(live, signalingState) };
  const moved = { ...state, ...resynchronise(state, signalingState), missed: null };
  // That the state is late was found when the call was settled.
  return signalingState === missed ? moved : { ...moved, heard: withEvent(live, signalingState) };
}

// Judges a call settled before, again: the state that it should have led to has come late.
function revise(state: OracleState, unexplained: Unexplained, late: SignalingState): Reduced {
  const { before, call, settlement } = unexplained;
  const heard = { source: "log", unclaimed: [late], any: true } as const;
  const { state: revised, steps } = judgeCall({ ...before, heard }, call, settlement);
  // What was created since stays created.
  const { lastCreatedOffer, lastCreatedAnswer } = state.session;
  const known = withCreated(withCreated(revised, "offer", lastCreatedOffer), "answer", lastCreatedAnswer);
  return {
    state: { ...state, ...known, history: revised.history, trouble: revised.trouble, unexplained: null },
    steps,
  };
}

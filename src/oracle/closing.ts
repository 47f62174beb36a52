import { close } from "../session/close.ts";
import type { Closing } from "./calls/call-list.ts";
import { isBusy, placedCalls, withAllOvertaken, withCall, withoutCall } from "./calls/open-calls.ts";
import { forgotten, hasFired } from "./evidence/heard.ts";
import type { Settlement } from "./evidence/settled-call.ts";
import { type CallEvent, callId } from "./evidence/trace-event.ts";
import { judgeCall } from "./judge-call.ts";
import { type OracleState, quiet, type Reduced } from "./state.ts";
import { withClose } from "./verdict/history.ts";
import { type Step, unsettledStep } from "./verdict/step.ts";

/** A connection that was closed. */
export interface Closed extends Reduced {
  readonly closing: Closing;
}

/** close() is called: it closes at once. Its return is judged later or, in a log, which has no more of it, now. */
export function callClose(before: OracleState, event: CallEvent): Reduced {
  const { time } = event;
  const id = callId(event);
  const { state, steps, closing } = closeAt(before, time);
  const { calls } = before;
  const call = { call: "close", id, index: calls, time, argument: null, closing, turn: null } as const;
  const called = { ...state, calls: calls + 1 };
  if (id !== null) return { state: { ...called, open: withCall(called.open, call) }, steps };
  const judged = judgeCall(called, { ...call, overtaken: false, early: null }, loggedClose(time));
  return { state: judged.state, steps: [...steps, ...judged.steps] };
}

/** The connection after close(), called at that time, what the call found, and the steps of the calls that it overtakes. */
export function closeAt(state: OracleState, time: number): Closed {
  const { session, unseenSdp, open, history } = state;
  const closing = { before: { session, unseenSdp }, busy: isBusy(open) };
  // A second close() overtakes nothing: the calls after the first are refused.
  const { state: closed, steps } = session.signalingState === "closed" ? quiet(state) : overtake(state);
  return { state: { ...closed, history: withClose(history, time) }, steps, closing };
}

/** The connection is closed. The calls that this overtakes stay pending for ever, as they must. */
export function overtake(state: OracleState): Reduced {
  const { session, unseenSdp, open, heard } = state;
  const calls = placedCalls(open, ["setLocalDescription", "setRemoteDescription"]);
  const [oldest] = calls;
  // A call whose event has fired has run its course: only its settlement is to come.
  const waiting = oldest !== undefined && hasFired(heard) ? withoutCall(open, oldest) : open;
  return {
    state: {
      ...state,
      session: close(session).session,
      closed: { session, unseenSdp },
      heard: forgotten(heard),
      open: withAllOvertaken(waiting),
      ahead: null,
      early: [],
      unexplained: null,
    },
    steps: calls.map((call): Step => unsettledStep(call, session.signalingState, "conforms", null)),
  };
}

// What a log says of close().
function loggedClose(time: number): Settlement {
  const nothing = { argument: null, message: null, error: null, created: null, look: null };
  return { ...nothing, call: "close", outcome: "applied", settledAt: time };
}

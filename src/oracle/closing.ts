import { close } from "../session/close.ts";
import type { Closing } from "./call-list.ts";
import { type Attribution, attribute, forgotten, hasFired, type Wanted } from "./evidence/heard.ts";
import { type Settlement, unseenSurroundings } from "./evidence/settled-call.ts";
import type { CallEvent } from "./evidence/trace-event.ts";
import { closingExpectation } from "./expected/expectation.ts";
import { withSlots } from "./expected/resynchronise.ts";
import { isBusy, noCalls, type PlacedCall, placedCalls, takeCall, together, withCall } from "./open-calls.ts";
import { type OracleState, quiet, type Reduced } from "./state.ts";
import { withClose } from "./verdict/history.ts";
import { judgementOf } from "./verdict/judgement.ts";
import { judgedStep, unsettledStep } from "./verdict/step.ts";

/** close() is called: it is always applied, at once. */
export function callClose(state: OracleState, event: CallEvent): Reduced {
  const { time } = event;
  const id = event.id ?? null;
  const { session, unseenSdp, open, calls, history } = state;
  const closing = { before: { session, unseenSdp }, busy: isBusy(open) };
  const call = { call: "close", id, index: calls, time, argument: null, closing } as const;
  // A second close() overtakes nothing: the calls after the first are refused.
  const closed = session.signalingState === "closed" ? quiet(state) : overtake(state);
  const called = { ...closed.state, calls: calls + 1, history: withClose(history, time) };
  if (id !== null) return { state: { ...called, open: withCall(called.open, call) }, steps: closed.steps };
  const { state: after, steps } = judgeClose(called, closing, call, loggedClose(time));
  return { state: after, steps: [...closed.steps, ...steps] };
}

/** The connection is closed. The calls that this overtakes stay pending for ever, as they must. */
export function overtake(state: OracleState): Reduced {
  const { session, unseenSdp, open, overtaken, heard } = state;
  const { close: closes, ...others } = open;
  const under = { ...others, close: noCalls.close };
  const calls = placedCalls(under);
  const [oldest] = calls;
  // A call whose event has fired has run its course: only its settlement is to come.
  const ended = oldest !== undefined && hasFired(heard) ? takeCall(under, oldest.call, oldest.id) : null;
  return {
    state: {
      ...state,
      session: close(session).session,
      closed: { session, unseenSdp },
      heard: forgotten(heard),
      open: { ...noCalls, close: closes },
      overtaken: together(overtaken, ended?.rest ?? under),
      unexplained: null,
    },
    steps: calls.map((call) => unsettledStep(call, session.signalingState, "conforms", null)),
  };
}

/** Judges a call of close() that has returned: the connection must be closed, its slots as they were, without an event. */
export function judgeClose(state: OracleState, closing: Closing, call: PlacedCall, settlement: Settlement): Reduced {
  const { before } = closing;
  const { knownDeviations } = state;
  const expectation = closingExpectation(before);
  const { surroundings, left } = attributionOf(state, closing, settlement);
  const settled = { ...settlement, ...surroundings };
  const judgement = judgementOf({ before, expectation, settled, overtaken: false, knownDeviations });
  const { provision } = expectation;
  const details = { type: null, provision, before: before.session.signalingState, waited: 0, cause: null };
  const slots = settlement.look?.slots ?? {};
  return {
    state: { ...state, ...withSlots(judgement.after, slots), heard: left },
    steps: [judgedStep(call, details, judgement)],
  };
}

// What a log says of close().
function loggedClose(time: number): Settlement {
  const nothing = { argument: null, message: null, error: null, created: null, look: null };
  return { ...nothing, call: "close", outcome: "applied", settledAt: time };
}

function attributionOf({ heard, session, open }: OracleState, { busy }: Closing, settlement: Settlement): Attribution {
  if (settlement.look === null) {
    return { surroundings: { ...unseenSurroundings, signalingState: "closed" }, left: heard, missing: null };
  }
  // What calls under way set by then, and which of their events are yet to fire, is not close()'s doing.
  const wanted: Wanted = { signalingState: "closed", events: busy ? ["closed"] : [] };
  const attribution = attribute(heard, settlement, wanted, session.signalingState, isBusy(open));
  if (!busy) return attribution;
  return { ...attribution, surroundings: { ...attribution.surroundings, slots: {}, events: null } };
}

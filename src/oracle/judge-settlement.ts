import type { OpenCall } from "./calls/call-list.ts";
import { isPlaced, openCall, overtakenCall, type PlacedCall, withoutCall } from "./calls/open-calls.ts";
import { settlementOf } from "./evidence/settled-call.ts";
import { callId, createdBy, type SettledEvent } from "./evidence/trace-event.ts";
import { withCreation } from "./expected/creations.ts";
import type { KnownSession } from "./expected/known-session.ts";
import { judgeCall } from "./judge-call.ts";
import { type OracleState, quiet, type Reduced } from "./state.ts";
import { sessionOfTurn } from "./turn.ts";
import { type Step, unsettledStep } from "./verdict/step.ts";

/** Judges the call that is settled: the one of that number, else the oldest open call of that method. */
export function judgeSettlement(state: OracleState, event: SettledEvent): Reduced {
  const { call: name, time, outcome } = event;
  const id = callId(event);
  const { open } = state;
  const settled = openCall(open, name, id);
  if (event.wrongArity === true && settled !== null && isPlaced(settled)) {
    return { state: { ...state, open: withoutCall(open, settled) }, steps: [refusedStep(state, settled, event)] };
  }
  const late = overtakenCall(open, name, id);
  // A closed connection applies nothing: what is applied all the same, without a number, is a call that close() overtook.
  if (late !== null && (settled === null || (id === null && outcome === "applied"))) {
    const after = { ...state, open: withoutCall(open, late) };
    // Without a number, the settlement may be another call's.
    return id === null || outcome === "unsettled" ? quiet(after) : judgeEnded(after, late, event, true);
  }
  if (settled !== null) {
    const after = { ...state, open: withoutCall(open, settled) };
    return judgeEnded(after, settled, event, false, sessionOfTurn(after, settled));
  }
  // What was created counts, also where a log lacks the call.
  if (createdBy(name) === null) return quiet(state);
  const unlogged = { call: name, id, index: null, time, argument: null, closing: null, turn: null };
  return judgeEnded(state, unlogged, event, false);
}

// Web IDL refuses such a call before it reads the description.
function refusedStep({ session }: OracleState, call: PlacedCall, event: SettledEvent): Step {
  const why = "The call was refused for the number of its arguments, which fits none of the method's forms.";
  const { observed, ...step } = unsettledStep(call, session.signalingState, "unjudged", why);
  const { outcome, error, message } = settlementOf(call.argument, event);
  return { ...step, observed: { ...observed, outcome, error, message } };
}

function judgeEnded(
  state: OracleState,
  call: Omit<OpenCall, "order">,
  event: SettledEvent,
  overtaken: boolean,
  turn: KnownSession | null = null,
): Reduced {
  const settlement = settlementOf(call.argument, event);
  const { outcome, look } = settlement;
  // What is applied early has moved the connection already: it is judged in the state that was there.
  const changesNothing = createdBy(call.call) !== null || outcome === "rejected";
  const early = changesNothing && outcome !== "unsettled" ? turn : null;
  if (call.index !== null) return judgeCall(state, { ...call, index: call.index, overtaken, early }, settlement);
  if (look === null) {
    // A log makes no steps of what was created.
    return quiet({ ...state, ...withCreation(state, settlement) });
  }
  const { calls } = state;
  const placed = { ...call, index: calls, time: event.time, overtaken, early };
  return judgeCall({ ...state, calls: calls + 1 }, placed, settlement);
}

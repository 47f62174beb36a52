import { judgeClose } from "./closing.ts";
import { judgeCreation } from "./creation.ts";
import { settlementOf } from "./evidence/settled-call.ts";
import { createdBy, type SettledEvent, sideOf } from "./evidence/trace-event.ts";
import { settleLate } from "./late.ts";
import { isPlaced, takeCall } from "./open-calls.ts";
import { judgeSetCall } from "./set-call.ts";
import { type OracleState, quiet, type Reduced } from "./state.ts";

/** Judges the call that is settled: the one of that number, else the oldest open call of that method. */
export function settle(state: OracleState, event: SettledEvent): Reduced {
  const { call: name, outcome } = event;
  const id = event.id ?? null;
  const taken = takeCall(state.open, name, id);
  const late = takeCall(state.overtaken, name, id);
  // A closed connection applies nothing: what is applied all the same, without a number, is a call that close() overtook.
  if (late !== null && (taken === null || (id === null && outcome === "applied"))) {
    return settleLate({ ...state, overtaken: late.rest }, late.call, event);
  }
  const after = taken === null ? state : { ...state, open: taken.rest };
  const created = createdBy(name);
  // What was created counts, also where a log lacks the call.
  if (created !== null) return judgeCreation(after, created, settlementOf(null, event));
  if (taken === null || !isPlaced(taken.call)) return quiet(after);
  const { call } = taken;
  const settlement = settlementOf(call.argument, event);
  const side = sideOf(name);
  if (side !== null) return judgeSetCall(after, side, call, settlement);
  return call.closing === null ? quiet(after) : judgeClose(after, call.closing, call, settlement);
}

import type { OpenCall } from "./call-list.ts";
import { type Settlement, settlementOf, unseenSurroundings } from "./evidence/settled-call.ts";
import { createdBy, type SettledEvent, sideOf } from "./evidence/trace-event.ts";
import { creationExpectation, type Expectation, settingExpectation } from "./expected/expectation.ts";
import type { KnownSession } from "./expected/known-session.ts";
import { setCallDetails } from "./set-call.ts";
import { type OracleState, quiet, type Reduced } from "./state.ts";
import { judgementOf } from "./verdict/judgement.ts";
import { judgedStep, typeNamed } from "./verdict/step.ts";

/**
 * Judges a call that close() overtook and that is settled all the same. It may have been refused before close(), as it
 * had to be, and be seen to settle only now; else it must never settle.
 */
export function settleLate(state: OracleState, call: OpenCall, event: SettledEvent): Reduced {
  // Without a number, the settlement may be another call's.
  if (event.id === undefined || event.outcome === "unsettled") return quiet(state);
  const { calls, knownDeviations } = state;
  const settlement = settlementOf(call.argument, event);
  const { session, unseenSdp } = state.closed ?? state;
  const before = { session, unseenSdp };
  const expectation = expectationOf(before, settlement);
  const settled = { ...settlement, ...unseenSurroundings };
  const judgement = judgementOf({ before, expectation, settled, overtaken: true, knownDeviations });
  const place = call.index === null ? { ...call, index: calls, time: event.time } : { ...call, index: call.index };
  const side = sideOf(call.call);
  const details =
    side !== null && judgement.verdict === "illegal-call"
      ? setCallDetails({ ...state, ...before }, side, place, expectation, judgement)
      : {
          type: typeNamed(call.call, call.argument),
          provision: expectation.provision,
          before: session.signalingState,
          waited: 0,
          cause: null,
        };
  return {
    state: call.index === null ? { ...state, calls: calls + 1 } : state,
    steps: [judgedStep(place, details, judgement)],
  };
}

function expectationOf(before: KnownSession, { call, argument, created }: Settlement): Expectation {
  const side = sideOf(call);
  if (side !== null) return settingExpectation(before, side, argument);
  return creationExpectation(before, createdBy(call) ?? "offer", created?.sdp ?? null);
}

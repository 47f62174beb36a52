import type { Rejection } from "../../session/rejection/rejection.ts";
import type { SignalingState } from "../../signaling/transition-table.ts";
import type { SettledCall, StatesInEvents } from "../evidence/settled-call.ts";
import { type SlotDifference, slotDifferences } from "../evidence/slot-differences.ts";
import type { Expectation } from "../expected/expectation.ts";
import { implicitRollbackProvision } from "../expected/provision.ts";
import type { Discrepancy } from "./difference.ts";
import { errorDiscrepancies } from "./error-discrepancies.ts";
import { refusalReason } from "./reason.ts";

/**
 * In what a settled call does not show what the specification says. Each fault is reported once: a wrong outcome hides
 * what follows from it, a wrong state hides slots and events.
 *
 * @param overtaken whether close() overtook the call: then it must never settle, unless it was refused before
 */
export function discrepanciesIn(
  expectation: Expectation,
  settled: SettledCall,
  overtaken: boolean,
): readonly Discrepancy[] {
  const found = inOutcome(expectation, settled);
  const refusedBefore = expectation.rejection !== null && found.length === 0;
  return overtaken && !refusedBefore ? [settledAfterClose(settled.outcome)] : found;
}

function inOutcome(expectation: Expectation, settled: SettledCall): readonly Discrepancy[] {
  const { rejection, before } = expectation;
  const { outcome, error, signalingState } = settled;
  if (outcome === "unsettled") return [unsettled(expectation)];
  if (outcome === "applied") {
    if (rejection !== null) return [wronglyApplied(rejection)];
    return inWhatFollows(expectation, settled, expectation.after.session.signalingState);
  }
  const stateAfter = expectation.implicitRollback ? "stable" : before.session.signalingState;
  const moved = signalingState === stateAfter ? null : signalingState;
  if (rejection === null) {
    return isExcused(expectation) && moved === null ? [] : [wronglyRefused(expectation, error?.name, moved)];
  }
  if (expectation.created && isAboutSdp(rejection)) return [wronglyRefused(expectation, error?.name, moved)];
  // The offer is refused as if there were no implicit rollback: its SDP was never looked at.
  const knowsNoRollback = expectation.implicitRollback && signalingState === before.session.signalingState;
  if (knowsNoRollback && error?.name === "InvalidStateError") {
    return [{ ...wronglyRefused(expectation, error.name, moved), provision: implicitRollbackProvision }];
  }
  return [...errorDiscrepancies(rejection, error), ...inWhatFollows(expectation, settled, stateAfter)];
}

function isAboutSdp({ error }: Rejection): boolean {
  return error === "RTCError" || error === "InvalidAccessError";
}

// Where SDP is not judged, or not all that it is judged against was seen, SDP may be the reason of a remote refusal;
// it is no reason to move the state.
function isExcused({ before, side, type, created }: Expectation): boolean {
  if (side !== "remote" || type === "rollback" || created) return false;
  return before.session.options.sdp === "opaque" || before.unseenSdp.length > 0;
}

function settledAfterClose(outcome: string): Discrepancy {
  const message = `The call was ${outcome} after close(): a call that close() overtakes must never settle.`;
  return { kind: "settled-after-close", expected: "never settled", observed: outcome, message };
}

function unsettled({ rejection, before }: Expectation): Discrepancy {
  const expected = rejection?.error ?? "applied";
  const message = `The call, made in ${before.session.signalingState}, never settled.`;
  return { kind: "unsettled", message, expected, observed: "unsettled" };
}

function wronglyApplied(rejection: Rejection): Discrepancy {
  const message = `The call was applied, but must be rejected with ${rejection.error}: ${refusalReason(rejection)}`;
  return { kind: "applied", message, expected: rejection.error, observed: "applied" };
}

// `moved` is the state that the refused call moved to; null where the state did not move, or was not seen.
function wronglyRefused(
  expectation: Expectation,
  error: string | undefined,
  moved: SignalingState | null,
): Discrepancy {
  const message = moved === null ? refusalMessage(expectation) : movedMessage(expectation, moved);
  return { kind: "refused", message, expected: "applied", observed: error ?? "rejected" };
}

function refusalMessage({ before, created, sdp }: Expectation): string {
  const { signalingState } = before.session;
  if (!created) return `The call is legal in ${signalingState}, but the implementation refused it.`;
  const what = sdp === null ? "to create and set a description of its own" : "a description that it created itself";
  return `In ${signalingState}, the implementation refused ${what}.`;
}

function movedMessage({ implicitRollback, before }: Expectation, moved: SignalingState): string {
  const rule = implicitRollback ? "the implicit rollback before it must stand" : "a refusal must not change the state";
  const expected = implicitRollback ? "stable" : before.session.signalingState;
  return `The call was refused, and the signaling state is ${moved}: ${rule}, so ${expected} was expected.`;
}

// What is left to compare once the outcome is right.
function inWhatFollows(
  expectation: Expectation,
  { outcome, signalingState, slots, events: fired }: SettledCall,
  expected: SignalingState,
): readonly Discrepancy[] {
  const { after, events } = expectation;
  if (signalingState !== null && signalingState !== expected) {
    const message =
      outcome === "rejected"
        ? movedMessage(expectation, signalingState)
        : `The call must lead to ${expected}, but the signaling state is ${signalingState}.`;
    return [{ kind: "wrong-state", message, expected, observed: signalingState }];
  }
  const { wrong, changed } = slotDifferences(after.session, after.unseenSdp, slots);
  return [
    ...slotDiscrepancy("wrong-slot", "The slots are wrong", wrong),
    ...slotDiscrepancy("changed-sdp", "The SDP in a slot has changed", changed),
    ...eventsDiscrepancy(events, fired),
  ];
}

function slotDiscrepancy(
  kind: "wrong-slot" | "changed-sdp",
  what: string,
  slots: readonly SlotDifference[],
): readonly Discrepancy[] {
  if (slots.length === 0) return [];
  const expected = slots.map((difference) => `${difference.slot} ${difference.expected}`).join(", ");
  const observed = slots.map((difference) => `${difference.slot} ${difference.observed}`).join(", ");
  return [{ kind, message: `${what}: expected ${expected}; found ${observed}.`, expected, observed }];
}

function eventsDiscrepancy(wanted: readonly SignalingState[], fired: StatesInEvents | null): readonly Discrepancy[] {
  if (fired === null || (wanted.join() === fired.inTime.join() && fired.late.length === 0)) return [];
  const expected = wanted.join(", ") || "none";
  const late = fired.late.length === 0 ? "" : `, and after it was settled ${fired.late.join(", ")}`;
  const observed = `${fired.inTime.join(", ") || "none"}${late}`;
  const message = `The states in the call's signalingstatechange events are wrong: expected ${expected}; found ${observed}.`;
  return [{ kind: "wrong-events", message, expected, observed }];
}

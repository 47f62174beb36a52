import type { Rejection } from "../../session/rejection/rejection.ts";
import type { SignalingState } from "../../signaling/transition-table.ts";
import type { StatesInEvents } from "../evidence/settled-call.ts";
import { type SlotDifference, slotDifferences } from "../evidence/slot-differences.ts";
import { implicitRollbackProvision } from "../expected/provision.ts";
import type { Comparison, Discrepancy } from "./difference.ts";
import { errorDiscrepancies } from "./error-discrepancies.ts";
import { refusalReason } from "./reason.ts";

/**
 * In what a settled call does not show what the specification says. Each fault is reported once: a wrong outcome hides
 * what follows from it, a wrong state hides slots and events.
 */
export function discrepanciesIn(comparison: Comparison): readonly Discrepancy[] {
  const found = inOutcome(comparison);
  const refusedBefore = comparison.expectation.rejection !== null && found.length === 0;
  return comparison.overtaken && !refusedBefore ? [settledAfterClose(comparison)] : found;
}

function inOutcome(comparison: Comparison): readonly Discrepancy[] {
  const { expectation, settled } = comparison;
  const { rejection } = expectation;
  if (settled.outcome === "unsettled") return [unsettled(comparison)];
  if (settled.outcome === "applied") {
    return rejection === null ? inWhatFollows(comparison) : [wronglyApplied(rejection)];
  }
  if (rejection === null) return isExcused(comparison) ? [] : [wronglyRefused(comparison)];
  if (expectation.created && isAboutSdp(rejection)) return [wronglyRefused(comparison)];
  if (knowsNoImplicitRollback(comparison)) {
    return [{ ...wronglyRefused(comparison), provision: implicitRollbackProvision }];
  }
  return [...errorDiscrepancies(rejection, settled.error), ...inWhatFollows(comparison)];
}

// The offer is refused as if there were no implicit rollback: its SDP was never looked at.
function knowsNoImplicitRollback({ before, expectation, settled }: Comparison): boolean {
  const stays = settled.signalingState === before.session.signalingState;
  return expectation.implicitRollback && stays && settled.error?.name === "InvalidStateError";
}

function isAboutSdp({ error }: Rejection): boolean {
  return error === "RTCError" || error === "InvalidAccessError";
}

// Where SDP is not judged, or not all that it is judged against was seen, SDP may be the reason of a remote refusal;
// it is no reason to move the state.
function isExcused(comparison: Comparison): boolean {
  const { before, expectation, settled } = comparison;
  if (settled.call !== "setRemoteDescription" || expectation.type === "rollback" || expectation.created) return false;
  const isUnjudged = before.session.options.sdp === "opaque" || before.unseenSdp.length > 0;
  return isUnjudged && movedTo(comparison) === null;
}

// The state that a refused call moved to; null where the state did not move, or was not seen.
function movedTo(comparison: Comparison): SignalingState | null {
  const { signalingState } = comparison.settled;
  return signalingState === stateAfterRefusal(comparison) ? null : signalingState;
}

function stateAfterRefusal({ before, expectation }: Comparison): SignalingState {
  return expectation.implicitRollback ? "stable" : before.session.signalingState;
}

function settledAfterClose({ settled }: Comparison): Discrepancy {
  const { outcome } = settled;
  const message = `The call was ${outcome} after close(): a call that close() overtakes must never settle.`;
  return { kind: "settled-after-close", expected: "never settled", observed: outcome, message };
}

function unsettled({ expectation, before }: Comparison): Discrepancy {
  const expected = expectation.rejection?.error ?? "applied";
  const message = `The call, made in ${before.session.signalingState}, never settled.`;
  return { kind: "unsettled", message, expected, observed: "unsettled" };
}

function wronglyApplied(rejection: Rejection): Discrepancy {
  const message = `The call was applied, but must be rejected with ${rejection.error}: ${refusalReason(rejection)}`;
  return { kind: "applied", message, expected: rejection.error, observed: "applied" };
}

function wronglyRefused(comparison: Comparison): Discrepancy {
  const observed = comparison.settled.error?.name ?? "rejected";
  return { kind: "refused", message: refusalMessage(comparison), expected: "applied", observed };
}

function refusalMessage(comparison: Comparison): string {
  const { expectation, before } = comparison;
  const moved = movedTo(comparison);
  if (moved !== null) return movedMessage(comparison, moved);
  const { signalingState } = before.session;
  if (!expectation.created) return `The call is legal in ${signalingState}, but the implementation refused it.`;
  const what =
    expectation.sdp === null ? "to create and set a description of its own" : "a description that it created itself";
  return `In ${signalingState}, the implementation refused ${what}.`;
}

function movedMessage(comparison: Comparison, moved: SignalingState): string {
  const { implicitRollback } = comparison.expectation;
  const rule = implicitRollback ? "the implicit rollback before it must stand" : "a refusal must not change the state";
  return `The call was refused, and the signaling state is ${moved}: ${rule}, so ${stateAfterRefusal(comparison)} was expected.`;
}

// What is left to compare once the outcome is right.
function inWhatFollows(comparison: Comparison): readonly Discrepancy[] {
  const { expectation, settled } = comparison;
  const { after, events } = expectation;
  const { signalingState, slots } = settled;
  const isRefused = settled.outcome === "rejected";
  const expected = isRefused ? stateAfterRefusal(comparison) : after.session.signalingState;
  if (signalingState !== null && signalingState !== expected) {
    const message = isRefused
      ? movedMessage(comparison, signalingState)
      : `The call must lead to ${expected}, but the signaling state is ${signalingState}.`;
    return [{ kind: "wrong-state", message, expected, observed: signalingState }];
  }
  const { wrong, changed } = slotDifferences(after.session, after.unseenSdp, slots);
  return [
    ...slotDiscrepancy("wrong-slot", "The slots are wrong", wrong),
    ...slotDiscrepancy("changed-sdp", "The SDP in a slot has changed", changed),
    ...eventsDiscrepancy(events, settled.events),
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

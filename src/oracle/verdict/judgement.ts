import type { Rejection } from "../../session/rejection/rejection.ts";
import type { SignalingState } from "../../signaling/transition-table.ts";
import type { Reference } from "../../specifications.ts";
import type { ObservedError } from "../evidence/plain-data.ts";
import { type CallOutcome, sideOf } from "../evidence/trace-event.ts";
import { afterSetting, type KnownSession, withCreated } from "../expected/known-session.ts";
import { fittedTo, resynchronise, withSlots } from "../expected/resynchronise.ts";
import { causeOf } from "./cause/cause-of.ts";
import { speakingWarning, warningInWords } from "./cause/speaking-warning.ts";
import { type Comparison, type Difference, type Discrepancy, differenceOf, methodReferences } from "./difference.ts";
import { discrepanciesIn } from "./discrepancies.ts";
import { refusalReason } from "./reason.ts";

/** What the implementation did with a call. */
export interface Observed {
  readonly outcome: CallOutcome;
  /** The implementation's words for a failure; null where there are none. */
  readonly message: string | null;
  readonly signalingState: SignalingState;
  /** Was the state seen? Else it is the one that the outcome leads to. */
  readonly stateSeen: boolean;
  /** The error that the call was rejected with; null where it was not seen. */
  readonly error: ObservedError | null;
}

/** What the specification says must come of a call. */
export interface Expected {
  readonly outcome: "applied" | "rejected";
  readonly error: Rejection["error"] | null;
  readonly signalingState: SignalingState;
}

/**
 * `illegal-call`: the application asked for something illegal and was rightly refused. `divergence`: the
 * implementation did something other than the specification says; `known-deviation` where all of that was declared.
 * `unjudged`: the log does not hold what is needed.
 */
export type Verdict = "conforms" | "illegal-call" | "divergence" | "known-deviation" | "unjudged";

/**
 * Who is at fault: the application, which asked for something illegal, also where that was let pass; the other side, whose
 * SDP was rightly refused; or the implementation.
 */
export type AtFault = "application" | "remote" | "implementation";

/** A verdict and what it rests on. */
export interface Judgement {
  readonly expected: Expected | null;
  readonly observed: Observed;
  readonly verdict: Verdict;
  /** Null where the call conforms, or was not judged. */
  readonly fault: AtFault | null;
  readonly differences: readonly Difference[];
  /** Why, in a sentence for each difference; null where the call conforms. */
  readonly why: string | null;
  /** The code and the SDP rule of the rejection that was expected; null where the call conforms. */
  readonly code: string | null;
  readonly rule: string | null;
  readonly reference: Reference | null;
  /** Did the call settle although close() had overtaken it? Then nothing but that is judged. */
  readonly isLate: boolean;
  /** The session that judging goes on from: where the implementation really is. */
  readonly after: KnownSession;
}

/** Judges a settled call by what it should have led to and what it was seen to lead to. */
export function judgementOf(comparison: Comparison): Judgement {
  const { expectation, settled } = comparison;
  const differences = Object.freeze(discrepanciesIn(comparison).map((found) => explained(comparison, found)));
  const verdict = verdictOn(comparison, differences);
  const observed = observedIn(comparison);
  const isLate = comparison.overtaken && differences.length > 0;
  const rejection = isLate ? null : expectation.rejection;
  const refused = verdict === "conforms" ? null : rejection;
  return {
    expected: verdict === "unjudged" || isLate ? null : expectedIn(comparison),
    observed,
    verdict,
    fault: faultIn(verdict, comparison, differences),
    differences,
    why: whyOf(verdict, differences, rejection),
    code: refused?.code ?? null,
    rule: refused?.rule ?? null,
    reference:
      verdict === "conforms" || verdict === "unjudged"
        ? null
        : (rejection?.reference ?? methodReferences[settled.call]),
    isLate,
    after: observedSession(comparison, observed),
  };
}

function verdictOn({ expectation, settled }: Comparison, differences: readonly Difference[]): Verdict {
  if (differences.length > 0) {
    return differences.every(({ knownDeviation }) => knownDeviation !== null) ? "known-deviation" : "divergence";
  }
  if (expectation.rejection !== null) return "illegal-call";
  return settled.outcome === "rejected" ? "unjudged" : "conforms";
}

// With its cause, and the warning that speaks of it.
function explained(comparison: Comparison, discrepancy: Discrepancy): Difference {
  const reason = causeOf(comparison, discrepancy);
  const warning = reason.cause === "warned-sdp-refused" ? speakingWarning(comparison) : null;
  const message = warning === null ? discrepancy.message : `${discrepancy.message} ${warningInWords(warning)}`;
  return differenceOf(comparison, { ...discrepancy, message }, reason);
}

function faultIn(
  verdict: Verdict,
  { expectation, settled }: Comparison,
  differences: readonly Difference[],
): AtFault | null {
  if (verdict === "conforms" || verdict === "unjudged") return null;
  // A munged description that is applied is the application's doing, however lax the implementation is.
  if (differences.some(({ cause }) => cause === "modified-description-applied")) return "application";
  if (verdict !== "illegal-call") return "implementation";
  const isOfOtherSide = settled.call === "setRemoteDescription" && (expectation.rejection?.rule ?? null) !== null;
  return isOfOtherSide ? "remote" : "application";
}

function whyOf(verdict: Verdict, differences: readonly Difference[], rejection: Rejection | null): string | null {
  if (verdict === "conforms") return null;
  if (verdict === "unjudged") return "The state allows the call; whether its SDP is at fault was not judged.";
  if (verdict === "illegal-call") return rejection && refusalReason(rejection);
  return differences.map(({ message }) => message).join(" ");
}

function expectedIn({ expectation }: Comparison): Expected {
  const { rejection, after } = expectation;
  const { signalingState } = after.session;
  if (rejection === null) return { outcome: "applied", error: null, signalingState };
  return { outcome: "rejected", error: rejection.error, signalingState };
}

function observedIn({ before, expectation, settled, overtaken }: Comparison): Observed {
  const { outcome, message, error, signalingState } = settled;
  const assumed = outcome === "applied" && !overtaken ? expectation.after.session : before.session;
  return {
    outcome,
    message,
    signalingState: signalingState ?? assumed.signalingState,
    stateSeen: signalingState !== null,
    error,
  };
}

// Where the implementation is now, whatever the specification says.
function observedSession(comparison: Comparison, { signalingState }: Observed): KnownSession {
  const { slots, lateState } = comparison.settled;
  const moved = withSlots(resynchronise(movedSession(comparison, signalingState), signalingState), slots);
  // A state that comes late is true from then on.
  return lateState === null ? moved : resynchronise(moved, lateState);
}

function movedSession(comparison: Comparison, state: SignalingState): KnownSession {
  const { before, expectation, settled } = comparison;
  const { rejection, type, sdp, after } = expectation;
  if (settled.outcome !== "applied" || type === null) return before;
  if (rejection === null) return after;
  const side = sideOf(settled.call);
  if (side === null) return withCreated(before, type, sdp ?? "");
  return fittedTo(afterSetting(before, side, { type, sdp }, state), state);
}

import type { Rejection } from "../../session/rejection/rejection.ts";
import type { SignalingState } from "../../signaling/transition-table.ts";
import type { Reference } from "../../specifications.ts";
import type { ObservedError } from "../evidence/plain-data.ts";
import type { SettledCall } from "../evidence/settled-call.ts";
import type { CallOutcome } from "../evidence/trace-event.ts";
import type { Expectation } from "../expected/expectation.ts";
import { type Difference, methodReferences } from "./difference.ts";
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
}

/** Judges a settled call by what it should have led to, and by the differences that were found. */
export function judgementOf(
  expectation: Expectation,
  settled: SettledCall,
  differences: readonly Difference[],
  overtaken: boolean,
): Judgement {
  const verdict = verdictOn(expectation, settled.outcome, differences);
  const isLate = overtaken && differences.length > 0;
  const rejection = isLate ? null : expectation.rejection;
  const refused = verdict === "conforms" ? null : rejection;
  return {
    expected: verdict === "unjudged" || isLate ? null : expectedIn(expectation),
    observed: observedIn(expectation, settled, overtaken),
    verdict,
    fault: faultIn(verdict, expectation, differences),
    differences,
    why: whyOf(verdict, differences, rejection),
    code: refused?.code ?? null,
    rule: refused?.rule ?? null,
    reference:
      verdict === "conforms" || verdict === "unjudged"
        ? null
        : (rejection?.reference ?? methodReferences[expectation.call]),
    isLate,
  };
}

function verdictOn({ rejection }: Expectation, outcome: CallOutcome, differences: readonly Difference[]): Verdict {
  if (differences.length > 0) {
    return differences.every(({ knownDeviation }) => knownDeviation !== null) ? "known-deviation" : "divergence";
  }
  if (rejection !== null) return "illegal-call";
  return outcome === "rejected" ? "unjudged" : "conforms";
}

function faultIn(
  verdict: Verdict,
  { side, rejection }: Expectation,
  differences: readonly Difference[],
): AtFault | null {
  if (verdict === "conforms" || verdict === "unjudged") return null;
  // A munged description that is applied is the application's doing, however lax the implementation is.
  if (differences.some(({ cause }) => cause === "modified-description-applied")) return "application";
  if (verdict !== "illegal-call") return "implementation";
  return side === "remote" && (rejection?.rule ?? null) !== null ? "remote" : "application";
}

function whyOf(verdict: Verdict, differences: readonly Difference[], rejection: Rejection | null): string | null {
  if (verdict === "conforms") return null;
  if (verdict === "unjudged") return "The state allows the call; whether its SDP is at fault was not judged.";
  if (verdict === "illegal-call") return rejection && refusalReason(rejection);
  return differences.map(({ message }) => message).join(" ");
}

function expectedIn({ rejection, after }: Expectation): Expected {
  const { signalingState } = after.session;
  if (rejection === null) return { outcome: "applied", error: null, signalingState };
  return { outcome: "rejected", error: rejection.error, signalingState };
}

function observedIn(
  { before, after }: Expectation,
  { outcome, message, error, signalingState }: SettledCall,
  overtaken: boolean,
): Observed {
  const assumed = outcome === "applied" && !overtaken ? after.session : before.session;
  return {
    outcome,
    message,
    signalingState: signalingState ?? assumed.signalingState,
    stateSeen: signalingState !== null,
    error,
  };
}

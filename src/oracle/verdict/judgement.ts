import { withDescription } from "../../session/apply.ts";
import type { Rejection } from "../../session/rejection/rejection.ts";
import type { Session } from "../../session/session.ts";
import type { Side, SignalingState } from "../../signaling/transition-table.ts";
import type { Reference } from "../../specifications.ts";
import type { HeardEvents } from "../evidence/events.ts";
import type { CallOutcome, ObservedError, ObservedSlots } from "../evidence/trace-event.ts";
import { type Expectation, withCreated } from "../expected/expectation.ts";
import { resynchronise } from "../expected/resynchronise.ts";
import { type Difference, differencesOf, referenceOf } from "./difference.ts";
import type { KnownDeviation } from "./known-deviation.ts";
import { withSlots } from "./slots.ts";

/** What the implementation did with a call. */
export interface Observed {
  readonly outcome: CallOutcome;
  /** Its own words for a failure. */
  readonly message: string | null;
  readonly signalingState: SignalingState;
  /** Was the state seen, rather than assumed because the log holds no states? */
  readonly stateSeen: boolean;
  /** The error that it refused the call with; null where none is known. */
  readonly error: ObservedError | null;
}

/** What was seen around a settled call of a live peer connection. */
export interface Surroundings {
  readonly slots: ObservedSlots;
  /** Its signalingstatechange events; null where nobody listened, or they may be another call's. */
  readonly events: HeardEvents | null;
}

/** What the specification says must come of it. */
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

/** A settled call, and all that is known of it. */
export interface Settlement {
  readonly session: Session;
  readonly side: Side | null;
  readonly expectation: Expectation;
  readonly observed: Observed;
  readonly surroundings: Surroundings | null;
  readonly knownDeviations: readonly KnownDeviation[];
}

/** A verdict and what it rests on. */
export interface Judgement {
  readonly expected: Expected | null;
  readonly verdict: Verdict;
  readonly differences: readonly Difference[];
  /** Why, in a sentence for each difference; null where the call conforms. */
  readonly why: string | null;
  readonly code: string | null;
  readonly rule: string | null;
  readonly reference: Reference | null;
  /** The session that judging goes on from: where the implementation really is. */
  readonly session: Session;
  readonly expectation: Expectation;
}

const opaqueExcuse = "The state allows the call; whether its SDP is at fault was not judged.";

/** Judges a settled call, by what it should have led to and what it was seen to lead to. */
export function judgementOf(settlement: Settlement): Judgement {
  const { expectation, side } = settlement;
  const { rejection } = expectation;
  const differences = differencesOf(settlement);
  const verdict = verdictOf(settlement, differences);
  const told = verdict === "conforms" ? null : rejection;
  const judged = verdict !== "conforms" && verdict !== "unjudged";
  return {
    expected: verdict === "unjudged" ? null : expectedOf(expectation),
    verdict,
    differences,
    why: whyOf(verdict, differences, rejection),
    code: told?.code ?? null,
    rule: told?.rule ?? null,
    reference: judged ? (rejection?.reference ?? referenceOf(side, expectation.type)) : null,
    session: observedSession(settlement),
    expectation,
  };
}

function verdictOf({ expectation, observed }: Settlement, differences: readonly Difference[]): Verdict {
  if (differences.length > 0) {
    return differences.every(({ knownDeviation }) => knownDeviation !== null) ? "known-deviation" : "divergence";
  }
  if (expectation.rejection !== null) return "illegal-call";
  return observed.outcome === "rejected" ? "unjudged" : "conforms";
}

function whyOf(verdict: Verdict, differences: readonly Difference[], rejection: Rejection | null): string | null {
  if (verdict === "conforms") return null;
  if (verdict === "unjudged") return opaqueExcuse;
  if (verdict === "illegal-call") return rejection?.message ?? null;
  return differences.map(({ message }) => message).join(" ");
}

function expectedOf({ rejection, session }: Expectation): Expected {
  const { signalingState } = session;
  if (rejection === null) return { outcome: "applied", error: null, signalingState };
  return { outcome: "rejected", error: rejection.error, signalingState };
}

// Where the implementation is now, whatever the specification says.
function observedSession({ session, side, expectation, observed, surroundings }: Settlement): Session {
  const moved = resynchronise(moveTo(session, side, expectation, observed), observed.signalingState);
  return surroundings === null ? moved : withSlots(moved, surroundings.slots);
}

function moveTo(
  session: Session,
  side: Side | null,
  expectation: Expectation,
  { outcome, signalingState }: Observed,
): Session {
  const { rejection, type, sdp } = expectation;
  if (outcome !== "applied" || type === null) return session;
  if (rejection === null) return expectation.session;
  return side === null
    ? withCreated(session, { type, sdp })
    : withDescription(session, side, { type, sdp }, signalingState);
}

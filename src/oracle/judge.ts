import type { Rejection, Session } from "../session/index.ts";
import type { Side, SignalingState } from "../signaling/index.ts";
import { type Reference, webrtcPc } from "../specifications.ts";
import { applyObserved, type Expectation } from "./expectation.ts";
import { resynchronise } from "./resynchronise.ts";

/** What the implementation did with a call. */
export interface Observed {
  readonly outcome: "applied" | "rejected" | "unsettled";
  /** Its own words for a failure. */
  readonly message: string | null;
  readonly signalingState: SignalingState;
  /** Was the state seen, rather than assumed because the log holds no states? */
  readonly stateSeen: boolean;
}

/** What the specification says must come of it. */
export interface Expected {
  readonly outcome: "applied" | "rejected";
  readonly error: Rejection["error"] | null;
  readonly signalingState: SignalingState;
}

/**
 * `illegal-call`: the application asked for something illegal and was rightly refused. `divergence`: the
 * implementation did something other than the specification says. `unjudged`: the log does not hold what is needed.
 */
export type Verdict = "conforms" | "illegal-call" | "divergence" | "unjudged";

/** A verdict and what it rests on. */
export interface Judgement {
  readonly expected: Expected | null;
  readonly verdict: Verdict;
  /** Why, in one sentence; null where the call conforms. */
  readonly why: string | null;
  readonly code: string | null;
  readonly rule: string | null;
  readonly reference: Reference | null;
  /** The session that judging goes on from: where the implementation really is. */
  readonly session: Session;
  readonly expectation: Expectation;
}

/** Judges a settled call, by what it should have led to and what it was seen to lead to. */
export function judge(session: Session, side: Side, expectation: Expectation, observed: Observed): Judgement {
  const { rejection } = expectation;
  const { verdict, why } = compare(session, side, expectation, observed);
  const told = verdict === "conforms" ? null : rejection;
  return {
    expected: verdict === "unjudged" ? null : expectedOf(expectation),
    verdict,
    why,
    code: told?.code ?? null,
    rule: told?.rule ?? null,
    reference:
      verdict === "conforms" || verdict === "unjudged" ? null : (rejection?.reference ?? methodReference(side)),
    session: observedSession(session, side, expectation, observed),
    expectation,
  };
}

function expectedOf({ rejection, session }: Expectation): Expected {
  const { signalingState } = session;
  if (rejection === null) return { outcome: "applied", error: null, signalingState };
  return { outcome: "rejected", error: rejection.error, signalingState };
}

function methodReference(side: Side): Reference {
  return webrtcPc(
    side === "local" ? "dom-peerconnection-setlocaldescription" : "dom-peerconnection-setremotedescription",
  );
}

interface Comparison {
  readonly verdict: Verdict;
  readonly why: string | null;
}

function compare(session: Session, side: Side, expectation: Expectation, observed: Observed): Comparison {
  const { rejection } = expectation;
  if (observed.outcome === "rejected") return compareRefusal(session, side, expectation, observed);
  if (rejection !== null) return divergence(`It was applied, but must be refused: ${rejection.message}`);
  const { signalingState } = expectation.session;
  if (observed.signalingState === signalingState) return { verdict: "conforms", why: null };
  return divergence(
    `The call must lead to ${signalingState}, but the state was seen to be ${observed.signalingState}.`,
  );
}

function compareRefusal(session: Session, side: Side, expectation: Expectation, observed: Observed): Comparison {
  const { rejection, implicitRollback } = expectation;
  const standing = implicitRollback ? "stable" : session.signalingState;
  if (observed.stateSeen && observed.signalingState !== standing) {
    const kept = implicitRollback ? "the offer must first roll the local one back" : "a refusal changes no state";
    return divergence(`The call was refused, and ${kept}, but the state was seen to be ${observed.signalingState}.`);
  }
  const { signalingState } = session;
  if (expectation.created && (rejection === null || isAboutSdp(rejection))) {
    return divergence(`In ${signalingState}, the implementation refused a description that it created itself.`);
  }
  if (rejection !== null) return { verdict: "illegal-call", why: rejection.message };
  if (expectation.type !== "rollback" && side === "remote" && session.options.sdp === "opaque") {
    return { verdict: "unjudged", why: "The state allows the call; whether its SDP is at fault was not judged." };
  }
  return divergence(`Nothing speaks against the call in ${signalingState}, but it was refused.`);
}

function isAboutSdp({ error }: Rejection): boolean {
  return error === "RTCError" || error === "InvalidAccessError";
}

function divergence(why: string): Comparison {
  return { verdict: "divergence", why };
}

// Where the implementation is now, whatever the specification says.
function observedSession(session: Session, side: Side, expectation: Expectation, observed: Observed): Session {
  const { rejection, type, sdp } = expectation;
  if (observed.outcome !== "applied" || type === null) return resynchronise(session, observed.signalingState);
  if (rejection === null) return resynchronise(expectation.session, observed.signalingState);
  return resynchronise(applyObserved(session, side, type, sdp), observed.signalingState);
}

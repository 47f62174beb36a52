import { type Reference, webrtcPc } from "../../specifications.ts";
import type { SettledCall } from "../evidence/settled-call.ts";
import type { CallName } from "../evidence/trace-event.ts";
import type { Expectation } from "../expected/expectation.ts";
import type { KnownSession } from "../expected/known-session.ts";
import { type KnownDeviation, reasonFor } from "./known-deviation.ts";

/** The kinds of differences between what an implementation did and what the specification says. */
export type DifferenceKind =
  | "applied"
  | "refused"
  | "unsettled"
  | "wrong-error"
  | "wrong-line"
  | "wrong-state"
  | "wrong-slot"
  | "changed-sdp"
  | "wrong-events"
  | "settled-after-close";

/** One thing in which the implementation did not do as the specification says. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** What of the specification the call exercised, in kebab-case: `implicit-rollback`. */
  readonly provision: string;
  /** The kind and the provision in one: `refused-implicit-rollback`. */
  readonly code: string;
  /** What was expected and what was observed, in a sentence. */
  readonly message: string;
  readonly expected: string;
  readonly observed: string;
  /** The SDP rule's id; null where no SDP rule is concerned. */
  readonly rule: string | null;
  readonly reference: Reference;
  /** The reason that was declared for the difference; null where it is not a known deviation. */
  readonly knownDeviation: string | null;
}

/** A settled call beside what must come of it: all that a judgement rests on. */
export interface Comparison {
  readonly before: KnownSession;
  readonly expectation: Expectation;
  readonly settled: SettledCall;
  /** Did close() overtake the call? Then it must never settle, unless it was refused before. */
  readonly overtaken: boolean;
  readonly knownDeviations: readonly KnownDeviation[];
}

/** What a comparison found: a difference before it is said what of the specification it concerns. */
export interface Discrepancy {
  readonly kind: DifferenceKind;
  /** What of the specification it concerns, where that is not what the call as a whole exercised. */
  readonly provision?: string;
  readonly message: string;
  readonly expected: string;
  readonly observed: string;
}

/** The difference that a discrepancy is, with the provision that the call exercised, and where that stands. */
export function differenceOf(comparison: Comparison, discrepancy: Discrepancy): Difference {
  const { expectation, knownDeviations, settled } = comparison;
  const { kind, message, expected, observed, provision = expectation.provision } = discrepancy;
  const code = `${kind}-${provision}`;
  // That a call settles after close() is no matter of why it had to be refused.
  const rejection = kind === "settled-after-close" ? null : expectation.rejection;
  return Object.freeze({
    kind,
    provision,
    code,
    message,
    expected,
    observed,
    rule: rejection?.rule ?? null,
    reference: rejection?.reference ?? methodReferences[settled.call],
    knownDeviation: reasonFor(knownDeviations, code),
  });
}

/** Where the methods of a peer connection stand. */
export const methodReferences: Readonly<Record<CallName, Reference>> = {
  createOffer: webrtcPc("dom-rtcpeerconnection-createoffer"),
  createAnswer: webrtcPc("dom-rtcpeerconnection-createanswer"),
  setLocalDescription: webrtcPc("dom-peerconnection-setlocaldescription"),
  setRemoteDescription: webrtcPc("dom-peerconnection-setremotedescription"),
  close: webrtcPc("dom-rtcpeerconnection-close"),
};

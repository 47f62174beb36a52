import { type Reference, webrtcPc } from "../../specifications.ts";
import type { CallName } from "../evidence/trace-event.ts";
import type { Expectation } from "../expected/expectation.ts";
import type { DifferenceCause } from "./cause/difference-causes.ts";
import type { DifferenceKind } from "./difference-kind.ts";
import { type KnownDeviation, reasonFor } from "./known-deviation.ts";

/** One thing in which the implementation did not do as the specification says. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** What of the specification the call exercised, in kebab-case: `implicit-rollback`. */
  readonly provision: string;
  /** The kind and the provision in one: `refused-implicit-rollback`. */
  readonly code: string;
  /** The fault that it comes from, as far as the call and those before it show. */
  readonly cause: DifferenceCause;
  /** The place of the earlier call that it follows from, among the connection's calls; null where the call shows it alone. */
  readonly follows: number | null;
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

/** What was found to differ: a difference before it is said why, and what of the specification it concerns. */
export interface Discrepancy {
  readonly kind: DifferenceKind;
  /** What of the specification it concerns, where that is not what the call as a whole exercised. */
  readonly provision?: string;
  readonly message: string;
  readonly expected: string;
  readonly observed: string;
}

/** Why there is a difference: its cause, and the place of the earlier call that it follows from, if any. */
export interface Reason {
  readonly cause: DifferenceCause;
  readonly follows: number | null;
}

/** The difference that a discrepancy is, with the provision that the call exercised, and where that stands. */
export function differenceOf(
  { kind, message, expected, observed, provision: own }: Discrepancy,
  { cause, follows }: Reason,
  expectation: Expectation,
  knownDeviations: readonly KnownDeviation[],
): Difference {
  const provision = own ?? expectation.provision;
  const code = `${kind}-${provision}`;
  // That a call settles after close() is no matter of why it had to be refused.
  const rejection = kind === "settled-after-close" ? null : expectation.rejection;
  return Object.freeze({
    kind,
    provision,
    code,
    cause,
    follows,
    message,
    expected,
    observed,
    rule: rejection?.rule ?? null,
    reference: rejection?.reference ?? methodReferences[expectation.call],
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

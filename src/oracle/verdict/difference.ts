import type { SdpType, Side } from "../../signaling/transition-table.ts";
import { type Reference, webrtcPc } from "../../specifications.ts";
import { findingsOf } from "./findings.ts";
import type { Settlement } from "./judgement.ts";
import { reasonFor } from "./known-deviation.ts";

/** What kind of difference it is: the first words of its code. */
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
  /** Its kind and the provision, e.g. `refused-implicit-rollback`. */
  readonly code: string;
  /** What of the specification the call exercised. */
  readonly provision: string;
  /** What was to be, and what was, in a sentence. */
  readonly message: string;
  readonly expected: string;
  readonly observed: string;
  /** The SDP rule's id. */
  readonly rule: string | null;
  readonly reference: Reference;
  /** The reason that was declared for it; null where it is not a known deviation. */
  readonly knownDeviation: string | null;
}

/** A difference before it is known what of the specification it is from. */
export interface Finding {
  readonly kind: DifferenceKind;
  /** What of the specification it is from, where that is not what the call as a whole exercised. */
  readonly provision?: string;
  readonly message: string;
  readonly expected: string;
  readonly observed: string;
}

/**
 * In what a settled call differs from what the specification says. One fault is told once: a wrong outcome hides
 * what follows from it, a wrong state hides slots and events.
 */
export function differencesOf(settlement: Settlement): readonly Difference[] {
  return Object.freeze(findingsOf(settlement).map((finding) => differenceOf(settlement, finding)));
}

/** A finding, as a difference from the provision that the call exercised. */
export function differenceOf(
  { expectation, side, knownDeviations }: Pick<Settlement, "expectation" | "side" | "knownDeviations">,
  { kind, message, expected, observed, provision = expectation.provision }: Finding,
): Difference {
  const { rejection, type } = expectation;
  const code = `${kind}-${provision}`;
  return Object.freeze({
    code,
    provision,
    message,
    expected,
    observed,
    rule: rejection?.rule ?? null,
    reference: rejection?.reference ?? referenceOf(side, type),
    knownDeviation: reasonFor(knownDeviations, code),
  });
}

/** Where the method stands that sets (or, of no side, creates) a description of that type. */
export function referenceOf(side: Side | null, type: SdpType | null): Reference {
  if (side === "local") return webrtcPc("dom-peerconnection-setlocaldescription");
  if (side === "remote") return webrtcPc("dom-peerconnection-setremotedescription");
  if (type === null) return webrtcPc("dom-rtcpeerconnection-close");
  return webrtcPc(type === "offer" ? "dom-rtcpeerconnection-createoffer" : "dom-rtcpeerconnection-createanswer");
}

import type { ConnectionRejection } from "../../../../connection/rejection/connection-rejection.ts";
import type { ObservedError } from "../../../../oracle/evidence/plain-data.ts";
import { implicitRollbackProvision, withoutSdpMark } from "../../../../oracle/expected/provision.ts";
import type { DifferenceCause } from "../../../../oracle/verdict/cause/difference-causes.ts";
import type { SeenDifference } from "./finding.ts";

/** A call that was not settled as it must be. */
export interface OverlappingCall {
  /** In code. */
  readonly code: string;
  /** What of the specification it exercises. */
  readonly provision: string;
}

/** In what the end of a call is other than it must be; null where it is as it must. */
export function outcomeFinding(
  call: OverlappingCall,
  rejection: ConnectionRejection | null,
  error: ObservedError | null,
): SeenDifference | null {
  if (rejection === null) return error === null ? null : refusedFinding(call, error);
  return error === null ? appliedFinding(call, rejection) : errorFinding(call, rejection, error);
}

/** A call is settled before those that were made before it. */
export function outOfTurnFinding({ code }: OverlappingCall): SeenDifference {
  return {
    kind: "wrong-order",
    provision: "operations-chain",
    cause: "chain-not-kept",
    what: `the settlement of ${code}`,
    expected: "those of the calls before it first",
    observed: "it comes first",
  };
}

/** A call is settled that close() has overtaken. */
export function lateSettlementFinding({ code, provision }: OverlappingCall): SeenDifference {
  const [what, expected, observed] = [`the settlement of ${code}`, "none, as close() has overtaken it", "one"];
  return { kind: "settled-after-close", provision, cause: "settled-after-close", what, expected, observed };
}

// A legal call was refused.
function refusedFinding({ code, provision }: OverlappingCall, error: ObservedError): SeenDifference {
  const cause = causeOfWrongRefusal(provision, error);
  return { kind: "refused", provision, cause, what: code, expected: "success", observed: error.name };
}

// A call that must be refused was not.
function appliedFinding({ code, provision }: OverlappingCall, rejection: ConnectionRejection): SeenDifference {
  return {
    kind: "applied",
    provision,
    cause: causeOfLaxity(rejection),
    what: code,
    expected: rejection.error,
    observed: "success",
    rule: ruleOf(rejection),
    reference: rejection.reference,
  };
}

// A call was rightly refused; null where its error has the right name.
function errorFinding(
  { code, provision }: OverlappingCall,
  rejection: ConnectionRejection,
  error: ObservedError,
): SeenDifference | null {
  const expected = rejection.error;
  // Of SDP that is not acceptable the specifications leave the error open: an OperationError says as much.
  const isOpen = rejection.code === "sdp-not-acceptable" && error.name === "OperationError";
  // An RTCError is a DOMException, and its name is OperationError.
  const isNamed = error.name === expected || (expected === "RTCError" && error.name === "OperationError");
  if (isOpen || isNamed) return null;
  return {
    kind: "wrong-error",
    provision,
    cause: "wrong-error-name",
    what: code,
    expected,
    observed: error.name,
    rule: ruleOf(rejection),
    reference: rejection.reference,
  };
}

function ruleOf(rejection: ConnectionRejection): string | null {
  return "rule" in rejection ? (rejection.rule ?? null) : null;
}

// The provision tells what the call asks for; the error tells what is missing.
function causeOfWrongRefusal(provision: string, { name }: ObservedError): DifferenceCause {
  if (provision === implicitRollbackProvision) return "implicit-rollback-missing";
  if (/-pranswer-/.test(provision) && name === "NotSupportedError") return "pranswer-not-implemented";
  const [, side, offerer] = /^(local|remote)-rollback-in-have-(local|remote)-/.exec(provision) ?? [];
  if (side !== undefined) return side === offerer ? "rollback-not-implemented" : "rollback-tied-to-side";
  if (provision.includes(withoutSdpMark) && name === "TypeError") return "no-sdp-not-implemented";
  if (!/^(?:local|remote|create)-.*-in-/.test(provision)) return "object-call-refused";
  if (name === "InvalidStateError" || provision.startsWith("create-")) return "legal-call-refused";
  return provision.startsWith("local-") ? "created-description-refused" : "sound-sdp-refused";
}

function causeOfLaxity({ code }: ConnectionRejection): DifferenceCause {
  if (code === "local-description-modified") return "modified-description-applied";
  if (code === "create-offer-in-wrong-state" || code === "create-answer-in-wrong-state")
    return "creation-state-not-checked";
  if (code.startsWith("sdp-")) return "rule-not-enforced";
  return code.endsWith("-in-wrong-state") || code === "rollback-from-pranswer" || code === "connection-closed"
    ? "state-not-checked"
    : "object-call-not-refused";
}

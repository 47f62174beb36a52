import { edgeFrom } from "../../../session/legality.ts";
import type { Rejection } from "../../../session/rejection/rejection.ts";
import type { SettledCall } from "../../evidence/settled-call.ts";
import type { Expectation } from "../../expected/expectation.ts";
import { implicitRollbackProvision } from "../../expected/provision.ts";
import type { DifferenceKind } from "../difference-kind.ts";
import type { DifferenceCause } from "./difference-causes.ts";
import { breaksRule, isForeignError } from "./evidence.ts";

/** The fault that the call alone shows; null where it shows none: an earlier call may be the reason. */
export function shownByCall(
  kind: DifferenceKind,
  provision: string,
  expectation: Expectation,
  { call, outcome, error, argument, signalingState }: SettledCall,
): DifferenceCause | null {
  if (call === "close" && kind === "wrong-slot") return "close-changes-slots";
  if (call === "close" && kind === "wrong-events") return "close-fires-event";
  const { rejection } = expectation;
  const name = error?.name ?? "";
  if (outcome === "rejected" && name === "NotSupportedError") {
    // A call that is refused before its type matters names one all the same.
    const namedType = typeof argument === "object" ? argument?.type : null;
    const missing = unsupported(expectation, namedType === "pranswer");
    if (missing !== null) return missing;
  }
  switch (kind) {
    case "applied":
      return rejection && causeOfApplied(expectation, rejection);
    case "wrong-error":
      return rejection && causeOfError(expectation, rejection, name);
    case "refused":
      return provision === implicitRollbackProvision && name === "InvalidStateError"
        ? "implicit-rollback-missing"
        : null;
    case "wrong-state":
      return outcome === "rejected"
        ? stateAfterRefusalCause(expectation, signalingState)
        : wrongStateCause(expectation, signalingState);
    case "changed-sdp":
      return outcome === "applied" ? "sdp-rewritten" : null;
    case "wrong-line":
      return "syntax-error-without-line";
    case "wrong-events":
      return "wrong-events";
    case "settled-after-close":
      return "settled-after-close";
    default:
      return null;
  }
}

// What an implementation says of itself that it does not support.
function unsupported({ type, withoutSdp }: Expectation, namesPranswer: boolean): DifferenceCause | null {
  if (type === "pranswer" || namesPranswer) return "pranswer-not-implemented";
  if (type === "rollback") return "rollback-not-implemented";
  return withoutSdp ? "no-sdp-not-implemented" : null;
}

// Why a call was applied that must be refused.
function causeOfApplied(expectation: Expectation, { error, code, rule }: Rejection): DifferenceCause | null {
  if (error === "TypeError") return "argument-not-converted";
  if (code === "local-description-modified") return "modified-description-applied";
  if (expectation.side === null) return "creation-state-not-checked";
  if (rule === null) return "state-not-checked";
  // A rule about the exchanges before rests on them: where they deviated, so may the judgement.
  return breaksRule(expectation) ? "rule-not-enforced" : null;
}

// Why a call was refused with the wrong error.
function causeOfError(expectation: Expectation, { error, code }: Rejection, name: string): DifferenceCause | null {
  if (error === "TypeError") return "argument-not-converted";
  if (expectation.withoutSdp && isForeignError(name)) return "no-sdp-not-implemented";
  if (error === "RTCError") return name === "OperationError" ? "syntax-error-without-line" : "wrong-error-name";
  const isStateError = name === "InvalidStateError";
  if (code === "local-description-modified" && isStateError && isForbiddenByState(expectation)) {
    return "state-checked-before-modification";
  }
  const isForState = error === "InvalidStateError" || error === "InvalidModificationError";
  return isForState && !isStateError && breaksRule(expectation) ? "sdp-read-first" : null;
}

// Would the state be reason enough to refuse the call?
function isForbiddenByState({ before, side, type }: Expectation): boolean {
  return side !== null && type !== null && edgeFrom(before.session, side, type) === null;
}

function stateAfterRefusalCause(
  { before, rejection, implicitRollback }: Expectation,
  state: string | null,
): DifferenceCause | null {
  const isForSdp = (rejection?.rule ?? null) !== null;
  const stays = state === before.session.signalingState;
  return isForSdp && stays && implicitRollback ? "rollback-missing-before-refusal" : null;
}

function wrongStateCause({ before, type, withoutSdp }: Expectation, state: string | null): DifferenceCause | null {
  const stays = state === before.session.signalingState;
  if (stays && type === "rollback") return "rollback-not-implemented";
  if (stays && type === "pranswer") return "pranswer-not-implemented";
  const isSetAsAnswer = type === "pranswer" && state === "stable";
  return isSetAsAnswer && withoutSdp ? "type-ignored-without-sdp" : null;
}

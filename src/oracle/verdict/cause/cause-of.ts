import type { Comparison, Discrepancy, Reason } from "../difference.ts";
import { causeOfApplied } from "./applied.ts";
import type { DifferenceCause } from "./difference-causes.ts";
import { causeOfError } from "./error.ts";
import { isWithoutDescription, unsupported } from "./evidence.ts";
import { causeOfRefusal } from "./refusal.ts";

/**
 * Why a call went wrong, by the evidence alone: what the call shows by itself comes first, then what went wrong before on
 * the connection, then the best guess for a call whose history conforms.
 */
export function causeOf(comparison: Comparison, { kind, provision }: Discrepancy): Reason {
  const shown = shownByCall(comparison, kind, provision ?? comparison.expectation.provision);
  if (shown !== null) return { cause: shown, follows: null };
  const { refused, deviated } = comparison.trouble;
  if (refused !== null && refused >= (deviated ?? -1)) return { cause: "refusal-damages", follows: refused };
  if (deviated !== null) return { cause: "earlier-deviation", follows: deviated };
  return { cause: likeliest(comparison, kind), follows: null };
}

// Null where the call alone shows nothing: an earlier call may be the reason.
function shownByCall(comparison: Comparison, kind: Discrepancy["kind"], provision: string): DifferenceCause | null {
  const { expectation, settled } = comparison;
  if (settled.call === "close" && kind === "wrong-slot") return "close-changes-slots";
  if (settled.call === "close" && kind === "wrong-events") return "close-fires-event";
  const missing = settled.outcome === "rejected" ? unsupported(comparison) : null;
  if (missing !== null) return missing;
  switch (kind) {
    case "applied":
      return expectation.rejection && causeOfApplied(comparison, expectation.rejection);
    case "wrong-error":
      return expectation.rejection && causeOfError(comparison, expectation.rejection);
    case "refused":
      return provision === "implicit-rollback" && isStateError(comparison) ? "implicit-rollback-missing" : null;
    case "wrong-state":
      return wrongStateCause(comparison);
    case "changed-sdp":
      return settled.outcome === "applied" ? "sdp-rewritten" : null;
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

function isStateError({ settled }: Comparison): boolean {
  return settled.error?.name === "InvalidStateError";
}

function wrongStateCause(comparison: Comparison): DifferenceCause | null {
  const { before, expectation, settled } = comparison;
  const { signalingState } = before.session;
  const stays = settled.signalingState === signalingState;
  if (settled.outcome === "rejected") {
    const isForSdp = (expectation.rejection?.rule ?? null) !== null;
    return isForSdp && stays && expectation.implicitRollback ? "rollback-missing-before-refusal" : null;
  }
  const { type } = expectation;
  if (stays && type === "rollback") return "rollback-not-implemented";
  if (stays && type === "pranswer") return "pranswer-not-implemented";
  const isSetAsAnswer = type === "pranswer" && settled.signalingState === "stable";
  return isSetAsAnswer && isWithoutDescription(comparison) ? "type-ignored-without-sdp" : null;
}

// Of a call whose history conforms.
function likeliest(comparison: Comparison, kind: Discrepancy["kind"]): DifferenceCause {
  const isRefused = comparison.settled.outcome === "rejected";
  switch (kind) {
    case "refused":
      return causeOfRefusal(comparison);
    case "applied":
      return "rule-not-enforced";
    case "wrong-error":
      return "wrong-error-name";
    case "wrong-state":
      return isRefused ? "refusal-changes-state" : "wrong-state";
    case "wrong-slot":
    case "changed-sdp":
      return isRefused ? "refusal-changes-slots" : "wrong-slots";
    case "unsettled":
      return "never-settled";
    default:
      return "unknown";
  }
}

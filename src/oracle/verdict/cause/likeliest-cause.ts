import type { SettledCall } from "../../evidence/settled-call.ts";
import type { Expectation } from "../../expected/expectation.ts";
import type { DifferenceKind } from "../difference-kind.ts";
import { offererIn } from "../offerer.ts";
import type { DifferenceCause } from "./difference-causes.ts";
import { isForeignError } from "./evidence.ts";
import { speakingWarning } from "./speaking-warning.ts";

/** The best guess why a call went wrong whose history conforms. */
export function likeliestCause(
  kind: DifferenceKind,
  expectation: Expectation,
  { outcome, error, message }: SettledCall,
): DifferenceCause {
  const isRefused = outcome === "rejected";
  switch (kind) {
    case "refused":
      return causeOfRefusal(expectation, error?.name ?? null, message);
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

// Why a call was refused that must be applied.
function causeOfRefusal(expectation: Expectation, error: string | null, message: string | null): DifferenceCause {
  const { before, side, type, withoutSdp, created } = expectation;
  if (side === null) return "legal-call-refused";
  if (type === "rollback") {
    return side === offererIn(before.session) ? "rollback-not-implemented" : "rollback-tied-to-side";
  }
  if (withoutSdp && error !== null && isForeignError(error)) return "no-sdp-not-implemented";
  const isForState = error === "InvalidStateError";
  if (isForState && replacesPending(expectation)) return "replacement-refused";
  if (isForState && type === "pranswer") return "pranswer-not-implemented";
  if (created) return "created-description-refused";
  if (isForState || side === "local") return "legal-call-refused";
  return speakingWarning(expectation, message) === null ? "sound-sdp-refused" : "warned-sdp-refused";
}

function replacesPending({ before, side, type }: Expectation): boolean {
  const { pendingLocalDescription, pendingRemoteDescription } = before.session;
  const pending = side === "local" ? pendingLocalDescription : pendingRemoteDescription;
  return pending !== null && pending.type === type;
}

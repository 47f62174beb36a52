import { sideOf } from "../../evidence/trace-event.ts";
import type { Comparison } from "../difference.ts";
import { offererIn } from "../offerer.ts";
import type { DifferenceCause } from "./difference-causes.ts";
import { isForeignError, isWithoutDescription } from "./evidence.ts";
import { speakingWarning } from "./speaking-warning.ts";

/** Why a call was refused that must be applied, after calls that conform. */
export function causeOfRefusal(comparison: Comparison): DifferenceCause {
  const { expectation, settled } = comparison;
  const side = sideOf(settled.call);
  const isForState = settled.error?.name === "InvalidStateError";
  if (side === null) return "legal-call-refused";
  if (expectation.type === "rollback") {
    return side === offererIn(comparison.before.session) ? "rollback-not-implemented" : "rollback-tied-to-side";
  }
  const isForeign = settled.error !== null && isForeignError(settled.error.name);
  if (isForeign && isWithoutDescription(comparison)) return "no-sdp-not-implemented";
  if (isForState && replacesPending(comparison)) return "replacement-refused";
  if (isForState && expectation.type === "pranswer") return "pranswer-not-implemented";
  if (expectation.created) return "created-description-refused";
  if (isForState || side === "local") return "legal-call-refused";
  return speakingWarning(comparison) === null ? "sound-sdp-refused" : "warned-sdp-refused";
}

function replacesPending({ before, expectation, settled }: Comparison): boolean {
  const { pendingLocalDescription, pendingRemoteDescription } = before.session;
  const pending = sideOf(settled.call) === "local" ? pendingLocalDescription : pendingRemoteDescription;
  return pending !== null && pending.type === expectation.type;
}

import { edgeFrom } from "../../../session/legality.ts";
import type { Rejection } from "../../../session/rejection/rejection.ts";
import { sideOf } from "../../evidence/trace-event.ts";
import type { Comparison } from "../difference.ts";
import type { DifferenceCause } from "./difference-causes.ts";
import { breaksRule, isForeignError, isWithoutDescription } from "./evidence.ts";

/** Why a call was refused with the wrong error; null where that may follow from an earlier call. */
export function causeOfError(comparison: Comparison, { error, code }: Rejection): DifferenceCause | null {
  const name = comparison.settled.error?.name ?? "";
  if (error === "TypeError") return "argument-not-converted";
  if (isWithoutDescription(comparison) && isForeignError(name)) return "no-sdp-not-implemented";
  if (error === "RTCError") return name === "OperationError" ? "syntax-error-without-line" : "wrong-error-name";
  if (code === "local-description-modified" && isStateRefusal(comparison)) return "state-checked-before-modification";
  const isForState = error === "InvalidStateError" || error === "InvalidModificationError";
  return isForState && name !== "InvalidStateError" && breaksRule(comparison) ? "sdp-read-first" : null;
}

// Would the state be reason enough to refuse the call, as it was refused?
function isStateRefusal({ before, expectation, settled }: Comparison): boolean {
  const side = sideOf(settled.call);
  const { type } = expectation;
  if (side === null || type === null || settled.error?.name !== "InvalidStateError") return false;
  return edgeFrom(before.session, side, type) === null;
}

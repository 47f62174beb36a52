import type { Rejection } from "../../../session/rejection/rejection.ts";
import { createdBy } from "../../evidence/trace-event.ts";
import type { Comparison } from "../difference.ts";
import type { DifferenceCause } from "./difference-causes.ts";
import { breaksRule } from "./evidence.ts";

/** Why a call was applied that must be refused; null where that may follow from an earlier call. */
export function causeOfApplied(comparison: Comparison, rejection: Rejection): DifferenceCause | null {
  if (rejection.error === "TypeError") return "argument-not-converted";
  if (rejection.code === "local-description-modified") return "modified-description-applied";
  if (createdBy(comparison.settled.call) !== null) return "creation-state-not-checked";
  if (rejection.rule === null) return "state-not-checked";
  // A rule about the exchanges before rests on them: where they deviated, so may the judgement.
  return breaksRule(comparison) ? "rule-not-enforced" : null;
}

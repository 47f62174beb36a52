import type { DifferenceCause } from "../../oracle/verdict/cause/difference-causes.ts";
import type { Difference } from "../../oracle/verdict/difference.ts";
import { leavesTrace } from "../../oracle/verdict/trouble.ts";
import { type FailingCall, leavesDoubt } from "./calls/made-call.ts";
import type { CheckFailure } from "./failure.ts";
import type { KnownFeatures } from "./features.ts";

/** A deviation that was found. */
export interface Deviation {
  readonly code: string;
  /** The provision of the specification that it deviates from. */
  readonly provision: string;
  /** The fault that it comes from. What follows from an earlier deviation has that one's. */
  readonly cause: DifferenceCause;
  /** Was it found only after a call that was refused, or that deviated? Then the provision itself may be kept. */
  readonly isConsequence: boolean;
  /** The difference as it was seen with the fewest calls, of those that conform if possible. */
  readonly difference: Difference;
  /** How often it was seen in the search. */
  readonly count: number;
  /** The smallest sequence that shows it; null where it did not happen again. */
  readonly failure: CheckFailure | null;
}

/** What a difference is by the smallest sequence that shows it, with its cause. */
export function deviationOf(
  { difference, count }: Pick<Deviation, "difference" | "count">,
  failure: CheckFailure | null,
  features: KnownFeatures,
): Deviation {
  const { code, provision } = difference;
  const calls = failure?.calls ?? [];
  const [shown = difference] = failure?.differences ?? [];
  const last = calls.at(-1);
  const earlier = calls.slice(0, -1).filter(leavesDoubt);
  const isConsequence = earlier.length > 0;
  const own = last === undefined ? shown.cause : causeIn(last, shown, features);
  const missing = last === undefined ? null : features.missingFor(last.step, shown);
  const cause = missing ?? (isConsequence ? causeAfter(shown, last, earlier, features) : own);
  return { code, provision, cause, isConsequence, difference, count, failure };
}

function causeIn({ step }: FailingCall, difference: Difference, features: KnownFeatures): DifferenceCause {
  return features.missingFor(step, difference) ?? features.causeWithin(step, difference);
}

// What the call alone shows stays; else the earlier call's fault is the reason.
function causeAfter(
  { kind, cause, follows }: Difference,
  last: FailingCall | undefined,
  earlier: readonly FailingCall[],
  features: KnownFeatures,
): DifferenceCause {
  const isOfClose = cause === "close-changes-slots";
  const isShownByCall = follows === null && (kind === "applied" || !leavesTrace(kind) || isOfClose);
  if (isShownByCall || cause === "refusal-damages") return cause;
  // The first of them, on the same peer connection if possible: what deviated after that may follow from it as well.
  // A model goes along where calls overlap: what it cannot explain is the call's own.
  if (last?.wait !== null) return cause;
  const all = earlier.filter(({ step }) => step.differences.some((one) => leavesTrace(one.kind)));
  const deviating = all.find(({ peer }) => peer === last?.peer) ?? all[0];
  const reason = deviating?.step.differences.find((one) => leavesTrace(one.kind));
  if (deviating === undefined || reason === undefined || isRefused(deviating)) return "refusal-damages";
  return causeIn(deviating, reason, features);
}

// Rightly, but not without traces.
function isRefused({ step }: FailingCall): boolean {
  return step.expected?.outcome === "rejected" && step.observed.outcome === "rejected";
}

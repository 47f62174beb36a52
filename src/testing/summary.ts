import { frozen } from "../oracle/frozen.ts";
import type { Verdict } from "../oracle/verdict/judgement.ts";
import { indexOfKnown, type KnownDeviation } from "../oracle/verdict/known-deviation.ts";
import type { Step } from "../oracle/verdict/step.ts";

/** How many steps there are of what. */
export interface Summary {
  readonly calls: number;
  readonly illegalCalls: number;
  readonly divergences: number;
  readonly unjudged: number;
  /** The declared deviations, and how often each was met: one that never was may be mended. */
  readonly knownDeviations: readonly CountedDeviation[];
}

/** A declared deviation, and how often it was met. */
export interface CountedDeviation extends KnownDeviation {
  readonly count: number;
}

/** What was found, in numbers, with every declared deviation, met or not. */
export function summaryOf(steps: readonly Step[], declared: readonly KnownDeviation[]): Summary {
  const count = (verdict: Verdict) => steps.filter((step) => step.verdict === verdict).length;
  return frozen({
    calls: steps.length,
    illegalCalls: count("illegal-call"),
    divergences: count("divergence"),
    unjudged: count("unjudged"),
    knownDeviations: countedDeviations(steps, declared),
  });
}

/** The declared deviations, and how often each was met. */
export function countedDeviations(
  steps: readonly Pick<Step, "differences">[],
  declared: readonly KnownDeviation[],
): readonly CountedDeviation[] {
  const met = steps.flatMap((step) => step.differences).filter(({ knownDeviation }) => knownDeviation !== null);
  const counted = declared.map(({ code, reason }, index) => {
    const count = met.filter((difference) => indexOfKnown(declared, difference.code) === index).length;
    return { code, reason, count };
  });
  return counted;
}

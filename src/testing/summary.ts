import type { KnownDeviation, Step, Verdict } from "../oracle/index.ts";

/** How many steps there are of what. */
export interface Summary {
  readonly calls: number;
  readonly illegalCalls: number;
  readonly divergences: number;
  readonly unjudged: number;
  /** The declared deviations that were met, and how often. */
  readonly knownDeviations: readonly CountedDeviation[];
}

/** A declared deviation, and how often it was met. */
export interface CountedDeviation extends KnownDeviation {
  readonly count: number;
}

/** What was found, in numbers. */
export function summaryOf(steps: readonly Step[]): Summary {
  const count = (verdict: Verdict) => steps.filter((step) => step.verdict === verdict).length;
  return {
    calls: steps.length,
    illegalCalls: count("illegal-call"),
    divergences: count("divergence"),
    unjudged: count("unjudged"),
    knownDeviations: countedDeviations(steps),
  };
}

function countedDeviations(steps: readonly Step[]): CountedDeviation[] {
  const counted = new Map<string, CountedDeviation>();
  for (const { code, knownDeviation: reason } of steps.flatMap((step) => step.differences)) {
    if (reason !== null) counted.set(code, { code, reason, count: (counted.get(code)?.count ?? 0) + 1 });
  }
  return [...counted.values()];
}

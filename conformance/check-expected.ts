import { type ExpectedDeviation, expectedDeviations } from "./expected.ts";
import type { StackRun } from "./results/recording.ts";

/** A deviation that had to be found, and whether it was; null where its stack did not run. */
export interface CheckedExpectation {
  readonly expected: ExpectedDeviation;
  readonly met: boolean | null;
}

/** Looks in the results for the deviations that had to be found. */
export function checkExpected(
  runs: readonly StackRun[],
  expected: readonly ExpectedDeviation[] = expectedDeviations,
): readonly CheckedExpectation[] {
  return expected
    .filter(({ stack }) => runs.some((run) => run.stack.name === stack))
    .map((one) => ({ expected: one, met: isMet(one, runs) }));
}

function isMet({ stack, code }: ExpectedDeviation, runs: readonly StackRun[]): boolean | null {
  const run = runs.find((one) => one.stack.name === stack);
  if (run?.kind !== "ran") return null;
  return run.result.deviations.some((deviation) => deviation.code === code);
}

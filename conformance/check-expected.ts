import { type ExpectedDeviation, expectedDeviations } from "./expected.ts";
import type { StackRun } from "./stacks/stack.ts";

/** A deviation that had to be found, and whether it was; null where its stack did not run. */
export interface Finding {
  readonly expected: ExpectedDeviation;
  readonly found: boolean | null;
}

/** Looks among what was found for what had to be. */
export function checkExpected(runs: readonly StackRun[], expected = expectedDeviations): readonly Finding[] {
  return expected
    .filter(({ stack }) => runs.some((run) => run.stack.name === stack))
    .map((one) => ({ expected: one, found: isFound(one, runs) }));
}

function isFound({ stack, code }: ExpectedDeviation, runs: readonly StackRun[]): boolean | null {
  const run = runs.find((one) => one.stack.name === stack);
  if (run?.kind !== "ran") return null;
  return run.result.deviations.some((deviation) => deviation.code === code);
}

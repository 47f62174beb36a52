import type * as FastCheck from "fast-check";
import { createRandom } from "../../../fake/world/random.ts";
import { type PairPlan, PairRun } from "./pair-run.ts";

/** How many schedules to try, and how far. */
export interface WalkLimits {
  readonly schedules: number;
  /** How many choices a schedule may have. */
  readonly steps: number;
  readonly seed: number;
  isOver(): boolean;
  progress(schedules: number): void;
}

/** What random schedules have shown. */
export interface Walked {
  readonly schedules: number;
  readonly sights: ReadonlySet<string>;
  /** The run that broke a property, its schedule shrunk; null where all held. */
  readonly failing: PairRun | null;
}

/** A number of a schedule picks among what may come next; 0 is what ordinarily comes. */
const highestNumber = 11;

/**
 * Tries random schedules, along which the transports of both sides find each other. One that fails is shrunk: towards
 * fewer choices that are not ordinary.
 *
 * @param fc shrinks; without it the schedule stays as it was found
 */
export async function walkSchedules(fc: typeof FastCheck | null, plan: PairPlan, limits: WalkLimits): Promise<Walked> {
  const sights = new Set<string>();
  let schedules = 0;
  let failing: PairRun | null = null;

  async function holds(numbers: readonly number[]): Promise<boolean> {
    if (limits.isOver()) return true;
    limits.progress(schedules++);
    const run = await runAlong(plan, numbers, limits);
    for (const sight of run.sights) sights.add(sight);
    if (run.violation !== null) failing = run;
    return run.violation === null;
  }

  if (fc === null) {
    const random = createRandom(limits.seed);
    while (schedules < limits.schedules && !limits.isOver()) {
      const numbers = Array.from({ length: limits.steps }, () => random.below(highestNumber + 1));
      if (!(await holds(numbers))) break;
    }
  } else {
    const numbers = fc.array(fc.nat(highestNumber), { maxLength: limits.steps, size: "max" });
    await fc.check(fc.asyncProperty(numbers, holds), { numRuns: limits.schedules, seed: limits.seed });
  }
  return { schedules, sights, failing };
}

// After the numbers, everything comes as it ordinarily does: what is under way comes to its end.
async function runAlong(plan: PairPlan, numbers: readonly number[], { steps }: WalkLimits): Promise<PairRun> {
  const run = new PairRun(plan);
  await run.begin();
  for (let step = 0; step < steps; step++) {
    const choices = run.next();
    const choice = choices[(numbers[step] ?? 0) % choices.length];
    if (choice === undefined) break;
    await run.take(choice);
  }
  return run;
}

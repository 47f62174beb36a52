import type * as FastCheck from "fast-check";
import type { Difference } from "../../oracle/verdict/difference.ts";
import type { Step } from "../../oracle/verdict/step.ts";
import { type Action, anyAction } from "./action.ts";
import type { CheckOptions } from "./check-implementation.ts";
import type { FailingRun, IsSought } from "./explore.ts";
import type { MadeCall } from "./pair.ts";
import type { Workshop } from "./workshop.ts";

/** A share of the runs, whose sequences have at most so many actions. */
export interface Stage {
  readonly stage: number;
  readonly runs: number;
  readonly maxActions: number;
  /** Where fast-check is to go on from, in a replay. */
  readonly path: string | null;
}

// Short sequences come first: what they show needs less shrinking.
const shares = [
  { part: 0.15, maxActions: 2 },
  { part: 0.25, maxActions: 4 },
  { part: 0.6, maxActions: Number.POSITIVE_INFINITY },
];

/** The stages of an exploration; of a replay just the one that its path names, as `stage/path`. */
export function stagesOf({ runs = 100, maxActions = 16, path }: CheckOptions): readonly Stage[] {
  const parts = shares.map(({ part }) => Math.floor(runs * part));
  const left = runs - parts.reduce((sum, part) => sum + part, 0);
  const stages = shares.map((share, stage) => ({
    stage,
    // The last stage has what rounding left over.
    runs: (parts[stage] ?? 0) + (stage === shares.length - 1 ? left : 0),
    maxActions: Math.min(maxActions, share.maxActions),
    path: null,
  }));
  if (path === undefined) return stages.filter((stage) => stage.runs > 0);
  const [name = "", rest = ""] = path.split("/");
  return stages.filter(({ stage }) => String(stage) === name).map((stage) => ({ ...stage, path: rest, runs: 1 }));
}

/** What came of a stage. */
export interface ExploredStage {
  readonly runs: number;
  readonly interrupted: boolean;
  readonly steps: readonly Step[];
  readonly failing: FailingRun | null;
}

/** How a stage is explored; `timeLimit` in ms. */
export interface StageOptions {
  readonly seed: number;
  readonly timeLimit: number;
  readonly isSought: IsSought;
}

/** Tries the sequences of a stage. */
export async function exploreStage(
  fc: typeof FastCheck,
  workshop: Workshop,
  { stage, runs, maxActions, path }: Stage,
  { seed, timeLimit, isSought }: StageOptions,
): Promise<ExploredStage> {
  const steps: Step[] = [];
  let run = 0;
  let failing: readonly MadeCall[] = [];
  const sequence = fc.array(anyAction(fc), { minLength: 1, maxLength: maxActions, size: "max" });
  const property = fc.asyncProperty(sequence, async (actions) => {
    const place = { stage, run };
    run += 1;
    const calls = await workshop.run(actions, (difference) => isSought(difference, place));
    steps.push(...calls.map(({ step }) => step));
    const fails = differencesAtEnd(calls).some((difference) => isSought(difference, place));
    if (fails) failing = calls;
    return !fails;
  });
  const details = await fc.check(property, {
    seed,
    numRuns: runs,
    interruptAfterTimeLimit: Math.max(0, timeLimit),
    ...(path === null ? {} : { path }),
  });
  // Out of time, fast-check leaves a run under way.
  await workshop.finished();
  const { counterexample, counterexamplePath, numRuns, interrupted } = details;
  const explored = { runs: numRuns, interrupted, steps };
  if (counterexample === null) return { ...explored, failing: null };
  const sought = (difference: Difference) => isSought(difference, { stage, run });
  const calls = await fewestCalls(workshop, counterexample[0], sought, failing);
  const differences = differencesAtEnd(calls).filter(sought);
  return { ...explored, failing: { calls, differences, path: `${stage}/${counterexamplePath}` } };
}

// `failing` is what they did when they failed. The actions are as few as can be; some of the calls that they made may not matter.
async function fewestCalls(
  workshop: Workshop,
  actions: readonly Action[],
  isSought: (difference: Difference) => boolean,
  failing: readonly MadeCall[],
): Promise<readonly MadeCall[]> {
  let best = failing;
  const skipped = new Set<number>();
  for (const { number } of best.slice(0, -1).reverse()) {
    const calls = await workshop.run(actions, isSought, new Set([...skipped, number]));
    if (calls.length >= best.length || !differencesAtEnd(calls).some(isSought)) continue;
    best = calls;
    skipped.add(number);
  }
  return best;
}

function differencesAtEnd(calls: readonly MadeCall[]): readonly Difference[] {
  return calls.at(-1)?.step.differences ?? [];
}

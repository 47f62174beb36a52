import type * as FastCheck from "fast-check";
import type { Difference } from "../../../oracle/verdict/difference.ts";
import {
  type CheckedStep,
  type IsSoughtIn,
  leavesDoubt,
  type MadeCall,
  type Sighting,
  soughtAtEnd,
  stepsBeforeDoubt,
} from "../calls/made-call.ts";
import type { RunPath } from "../check-options.ts";
import { fewestCalls } from "./fewest-calls.ts";
import { anySequence, type Sequence } from "./sequence.ts";
import type { SequenceRunner } from "./sequence-runner.ts";
import type { Stage } from "./stages.ts";
import { withValidSdp } from "./valid-sdp.ts";

/** A run that ended in a difference of the kind that is sought. */
export interface FailingRun {
  readonly calls: readonly MadeCall[];
  readonly differences: readonly Difference[];
  readonly path: RunPath;
}

/** Where a run is: its stage, and its place in that stage. */
export interface RunPlace {
  readonly stage: number;
  readonly run: number;
}

/** Is the difference one of those that are sought? */
export type IsSought = (difference: Difference, place: RunPlace & Sighting) => boolean;

/** What a stage found. */
export interface ExploredStage {
  readonly runs: number;
  readonly interrupted: boolean;
  readonly steps: readonly CheckedStep[];
  /** Those whose history conforms. */
  readonly sureSteps: readonly CheckedStep[];
  readonly failing: FailingRun | null;
}

/** How a stage is explored; `timeLimit` is in ms. */
export interface StageSettings {
  readonly seed: number;
  readonly timeLimit: number;
  readonly isSought: IsSought;
}

// A refused or broken description may be on the way for no reason: the same calls with valid SDP show that.
async function conformingFirst(
  runner: SequenceRunner,
  sequence: Sequence,
  isSought: IsSoughtIn,
  shrunk: readonly MadeCall[],
): Promise<readonly MadeCall[]> {
  if (!shrunk.slice(0, -1).some(leavesDoubt)) return shrunk;
  const codes = soughtAtEnd(shrunk, isSought).map(({ code }) => code);
  const isSame: IsSoughtIn = (difference, sighting) =>
    sighting.afterConforming && codes.includes(difference.code) && isSought(difference, sighting);
  const valid = withValidSdp(sequence);
  const calls = await runner.run(valid, isSame);
  if (calls === null || soughtAtEnd(calls, isSame).length === 0) return shrunk;
  return fewestCalls(runner, valid, isSame, calls);
}

/** Tries the sequences of a stage; one that fails is shrunk. */
export async function exploreStage(
  fc: typeof FastCheck,
  runner: SequenceRunner,
  { stage, kind, runs, maxActions, path }: Stage,
  { seed, timeLimit, isSought }: StageSettings,
): Promise<ExploredStage> {
  const steps: CheckedStep[] = [];
  const sureSteps: CheckedStep[] = [];
  let run = 0;
  let isChecked = false;
  let failing: readonly MadeCall[] = [];
  const property = fc.asyncProperty(anySequence(fc, kind, maxActions), async (sequence) => {
    const place = { stage, run };
    run += 1;
    const isSoughtHere: IsSoughtIn = (difference, sighting) => isSought(difference, { ...place, ...sighting });
    const calls = await runner.run(sequence, isSoughtHere);
    // Neither passed nor failed: fast-check does not count it.
    if (calls === null || isChecked) return fc.pre(false);
    steps.push(...calls.map(({ step }) => step));
    sureSteps.push(...stepsBeforeDoubt(calls));
    const fails = soughtAtEnd(calls, isSoughtHere).length > 0;
    if (fails) failing = calls;
    return !fails;
  });
  const details = await fc.check(property, {
    seed,
    numRuns: runs,
    interruptAfterTimeLimit: Math.max(0, timeLimit),
    ...(path === null ? {} : { path }),
  });
  // Out of time, fast-check leaves a run under way: what that finds comes too late.
  isChecked = true;
  await runner.finished();
  const { counterexample, counterexamplePath, numRuns, interrupted } = details;
  const explored = { runs: numRuns, interrupted, steps, sureSteps };
  if (counterexample === null || counterexamplePath === null) return { ...explored, failing: null };
  const sought: IsSoughtIn = (difference, sighting) => isSought(difference, { stage, run, ...sighting });
  const shrunk = await fewestCalls(runner, counterexample[0], sought, failing);
  const calls = await conformingFirst(runner, counterexample[0], sought, shrunk);
  const differences = soughtAtEnd(calls, sought);
  return { ...explored, failing: { calls, differences, path: { stage, path: counterexamplePath } } };
}

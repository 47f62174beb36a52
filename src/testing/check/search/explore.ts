import { loadFastCheck } from "../../load-fast-check.ts";
import { type CountedDeviation, countedDeviations } from "../../summary.ts";
import { timeLimitOf } from "../../timing.ts";
import { type CheckedStep, keptProvision } from "../calls/made-call.ts";
import type { CheckSettings } from "../check-options.ts";
import { exploreStage, type FailingRun, type IsSought } from "./explore-stage.ts";
import type { MakePeerConnection } from "./peer-connection-maker.ts";
import { SequenceRunner } from "./sequence-runner.ts";
import { stagesOf } from "./stages.ts";

/** What the search of an implementation found. */
export interface Explored {
  readonly seed: number;
  readonly runs: number;
  readonly calls: number;
  readonly interrupted: boolean;
  /** What was under way when the time was up; null where nothing was. */
  readonly waitingFor: string | null;
  readonly failing: FailingRun | null;
  readonly provisions: Readonly<Record<string, number>>;
  /** The provisions that were kept after calls that conform, and how often. */
  readonly conforming: Readonly<Record<string, number>>;
  /** The steps whose history conforms. */
  readonly sureSteps: readonly CheckedStep[];
  readonly knownDeviations: readonly CountedDeviation[];
}

/**
 * Tries random sequences of actions on pairs of peer connections, short ones first, until a call shows a difference
 * that is sought; that sequence is shrunk. The promise is rejected only where a peer connection cannot be made.
 */
export async function explore(
  makePeerConnection: MakePeerConnection,
  settings: CheckSettings,
  isSought: IsSought,
): Promise<Explored> {
  const fc = await loadFastCheck();
  const limit = timeLimitOf(settings.timeLimit);
  const runner = new SequenceRunner(makePeerConnection, settings, limit);
  const seed = settings.seed ?? Date.now() & 0x7fffffff;
  const steps: CheckedStep[] = [];
  const sureSteps: CheckedStep[] = [];
  let runs = 0;
  let interrupted = false;
  let failing: FailingRun | null = null;
  for (const stage of stagesOf(settings)) {
    const stageSettings = { seed: seed + stage.stage, timeLimit: limit.left(), isSought };
    const explored = await exploreStage(fc, runner, stage, stageSettings);
    // What was found before stands, even if nothing more can be made.
    if (runner.failure !== null && explored.failing === null) throw runner.failure.error;
    steps.push(...explored.steps);
    sureSteps.push(...explored.sureSteps);
    runs += explored.runs;
    interrupted ||= explored.interrupted || runner.outOfTime !== null;
    failing = explored.failing;
    if (failing !== null || interrupted) break;
  }
  const knownDeviations = countedDeviations(steps, settings.oracle.knownDeviations);
  return {
    seed,
    runs,
    calls: steps.length,
    interrupted,
    waitingFor: runner.outOfTime?.waitingFor ?? null,
    failing,
    provisions: countedNames(steps.flatMap(({ provision }) => provision ?? [])),
    conforming: countedNames(sureSteps.flatMap((step) => keptProvision(step) ?? [])),
    sureSteps,
    knownDeviations,
  };
}

function countedNames(names: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1)));
}

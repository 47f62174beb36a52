import type * as FastCheck from "fast-check";
import { createOracle } from "../../oracle/oracle.ts";
import type { Difference } from "../../oracle/verdict/difference.ts";
import type { KnownDeviation } from "../../oracle/verdict/known-deviation.ts";
import type { Step } from "../../oracle/verdict/step.ts";
import type { PeerConnectionLike } from "../peer-connection.ts";
import { type CountedDeviation, countedDeviations } from "../summary.ts";
import type { CheckOptions } from "./check-implementation.ts";
import { oracleOptionsOf, refuseUnusable } from "./check-options.ts";
import type { MadeCall } from "./pair.ts";
import { exploreStage, stagesOf } from "./stage.ts";
import { Workshop } from "./workshop.ts";

/** What was explored of an implementation. */
export interface Explored {
  readonly seed: number;
  readonly runs: number;
  readonly calls: number;
  readonly interrupted: boolean;
  readonly failing: FailingRun | null;
  readonly provisions: Readonly<Record<string, number>>;
  readonly knownDeviations: readonly CountedDeviation[];
}

/** A run that ended in a difference of the kind looked for. */
export interface FailingRun {
  readonly calls: readonly MadeCall[];
  readonly differences: readonly Difference[];
  readonly path: string;
}

/** Where a run is: its stage, and its place in that. */
export interface RunPlace {
  readonly stage: number;
  readonly run: number;
}

/** What is looked for. */
export type IsSought = (difference: Difference, place: RunPlace) => boolean;

/**
 * Tries random sequences of actions on pairs of peer connections, short ones first, until a call shows a difference
 * that is looked for; that is shrunk. Rejects only where a peer connection cannot be made.
 */
export async function explore(
  makePeerConnection: () => PeerConnectionLike | Promise<PeerConnectionLike>,
  options: CheckOptions,
  isSought: IsSought,
): Promise<Explored> {
  // Unusable options are refused before anything is made.
  const { knownDeviations: declared } = createOracle(oracleOptionsOf(options));
  refuseUnusable(options);
  const fc = await loadFastCheck();
  const workshop = new Workshop(makePeerConnection, options);
  const { timeLimit = 60_000, seed = Date.now() & 0x7fffffff } = options;
  const deadline = Date.now() + timeLimit;
  const steps: Step[] = [];
  let runs = 0;
  let interrupted = false;
  for (const stage of stagesOf(options)) {
    const explored = await exploreStage(fc, workshop, stage, {
      seed: seed + stage.stage,
      timeLimit: deadline - Date.now(),
      isSought,
    });
    if (workshop.failure !== null) throw workshop.failure.reason;
    steps.push(...explored.steps);
    runs += explored.runs;
    interrupted ||= explored.interrupted;
    if (explored.failing !== null)
      return { seed, runs, interrupted, failing: explored.failing, ...countsOf(steps, declared) };
  }
  return { seed, runs, interrupted, failing: null, ...countsOf(steps, declared) };
}

// A peer dependency, and optional: who only observes does not need it.
async function loadFastCheck(): Promise<typeof FastCheck> {
  try {
    return await import("fast-check");
  } catch (cause) {
    throw new Error("this needs the package fast-check: npm install --save-dev fast-check", { cause });
  }
}

function countsOf(
  steps: readonly Step[],
  declared: readonly KnownDeviation[],
): Pick<Explored, "calls" | "provisions" | "knownDeviations"> {
  const knownDeviations = countedDeviations(steps, declared);
  return { calls: steps.length, provisions: countedProvisions(steps), knownDeviations };
}

function countedProvisions(steps: readonly Step[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { provision } of steps) {
    if (provision !== null) counts.set(provision, (counts.get(provision) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1)));
}

import type { CheckSettings } from "../check-options.ts";

/** A share of the runs, whose sequences have a highest number of actions. */
export interface Stage {
  readonly stage: number;
  readonly runs: number;
  readonly maxActions: number;
  /** fast-check's path of the one run to try again; null for all of them. */
  readonly path: string | null;
}

// Short sequences come first: what they show needs less shrinking.
const shares = [
  { part: 0.15, maxActions: 2 },
  { part: 0.25, maxActions: 4 },
  { part: 0.6, maxActions: Number.POSITIVE_INFINITY },
];

/** The stages of a search; for a replay just the stage of the run that is tried again. */
export function stagesOf({ runs, maxActions, replay }: CheckSettings): readonly Stage[] {
  const parts = shares.map(({ part }) => Math.floor(runs * part));
  const left = runs - parts.reduce((sum, part) => sum + part, 0);
  const stages = shares.map((share, stage) => ({
    stage,
    // The last stage has what rounding left over.
    runs: (parts[stage] ?? 0) + (stage === shares.length - 1 ? left : 0),
    maxActions: Math.min(maxActions, share.maxActions),
    path: null,
  }));
  if (replay === null) return stages.filter((stage) => stage.runs > 0);
  return stages
    .filter(({ stage }) => stage === replay.stage)
    .map((stage) => ({ ...stage, path: replay.path, runs: 1 }));
}

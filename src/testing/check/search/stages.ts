import type { CheckSettings } from "../check-options.ts";
import type { Sequence } from "./sequence.ts";

/** A share of the runs, whose sequences have a highest number of actions. */
export interface Stage {
  readonly stage: number;
  readonly kind: Sequence["kind"];
  readonly runs: number;
  readonly maxActions: number;
  /** fast-check's path of the one run to try again; null for all of them. */
  readonly path: string | null;
}

// Short sequences come first: what they show needs less shrinking.
const shares: readonly Share[] = [
  { kind: "awaited", part: 0.15, maxActions: 2 },
  { kind: "awaited", part: 0.25, maxActions: 4 },
  { kind: "awaited", part: 0.6, maxActions: Number.POSITIVE_INFINITY },
  { kind: "overlapping", part: 0.25, maxActions: 5 },
  { kind: "overlapping", part: 0.75, maxActions: Number.POSITIVE_INFINITY },
];

interface Share {
  readonly kind: Sequence["kind"];
  /** Of the runs of its kind. */
  readonly part: number;
  readonly maxActions: number;
}

/** The stages of a search; for a replay just the stage of the run that is tried again. */
export function stagesOf({ runs, maxActions, sequences, replay }: CheckSettings): readonly Stage[] {
  const overlapping = sequences === "both" ? Math.floor(runs / 2) : sequences === "overlapping" ? runs : 0;
  const runsOf = { awaited: runs - overlapping, overlapping };
  const parts = shares.map(({ kind, part }) => Math.floor(runsOf[kind] * part));
  const isLast = (stage: number) => shares[stage]?.kind !== shares[stage + 1]?.kind;
  const leftOver = (kind: Sequence["kind"]) =>
    runsOf[kind] - parts.reduce((sum, part, stage) => sum + (shares[stage]?.kind === kind ? part : 0), 0);
  const stages = shares.map((share, stage) => ({
    stage,
    kind: share.kind,
    // The last stage of a kind has what rounding left over.
    runs: (parts[stage] ?? 0) + (isLast(stage) ? leftOver(share.kind) : 0),
    maxActions: Math.min(maxActions, share.maxActions),
    path: null,
  }));
  if (replay === null) return stages.filter((stage) => stage.runs > 0);
  return stages
    .filter(({ stage }) => stage === replay.stage)
    .map((stage) => ({ ...stage, path: replay.path, runs: 1 }));
}

import type { StackName, StackRun } from "../results/recording.ts";
import type { StackResult } from "../results/result.ts";
import { withKeptSdp } from "./kept-sdp.ts";

/** A column of the tables: a stack that ran, and what was found of it. */
export interface Column {
  readonly stack: StackName;
  readonly result: StackResult;
}

/** The stacks that ran. */
export function columnsOf(runs: readonly StackRun[]): readonly Column[] {
  return runs.flatMap((run) => (run.kind === "ran" ? [{ stack: run.stack, result: withKeptSdp(run.result) }] : []));
}

/** Every provision that was exercised on at least one of the stacks. */
export function exercised(columns: readonly Column[]): ReadonlySet<string> {
  return new Set(
    columns.flatMap(({ result }) => [...result.provisions, ...result.deviations.map(({ provision }) => provision)]),
  );
}

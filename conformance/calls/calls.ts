import { runAll } from "../conformance.ts";
import type { Options } from "../options.ts";
import { recordingOf } from "../results/recording.ts";
import { writeReport } from "../write-report.ts";
import { callsPages } from "./calls-page.ts";

/**
 * Random sequences of calls that overlap, those about transceivers too, on each stack and on the model beside it. Returns whether
 * a stack ran, and none broke off.
 */
export async function calls({ chosen, settings, output }: Options): Promise<boolean> {
  const runs = await runAll(chosen, { ...settings, overlapping: true });
  if (output !== null) writeReport(output, recordingOf(runs, settings), callsPages);
  return runs.some(({ kind }) => kind === "ran") && !runs.some(({ kind }) => kind === "failed");
}

import { checkExpected } from "./check-expected.ts";
import type { ExpectedDeviation } from "./expected.ts";
import type { Options } from "./options.ts";
import { recordingOf, type StackRun } from "./results/recording.ts";
import { type RunSettings, runStack, type Stack } from "./stacks/stack.ts";
import { writeReport } from "./write-report.ts";

/** Runs the stacks, prints how it went with each, and writes the report. Returns whether all is as it must be. */
export async function conformance({ chosen, settings, output }: Options): Promise<boolean> {
  const runs = await runAll(chosen, settings);
  if (output !== null) writeReport(output, recordingOf(runs, settings));
  return areAsExpected(runs);
}

/** Runs the stacks one after the other: together they would slow each other down until calls seem never to settle. */
export async function runAll(stacks: readonly Stack[], settings: RunSettings): Promise<readonly StackRun[]> {
  const runs: StackRun[] = [];
  for (const stack of stacks) {
    const run = await runStack(stack, settings);
    console.log(runInWords(run));
    runs.push(run);
  }
  return runs;
}

/** Prints which of the expected deviations were found. Returns whether a stack ran, none broke off, and none is missing. */
export function areAsExpected(runs: readonly StackRun[], expected?: readonly ExpectedDeviation[]): boolean {
  const checked = checkExpected(runs, expected);
  for (const { expected: one, met } of checked) console.log(expectationInWords(one, met));
  const missing = checked.some(({ met }) => met === false);
  if (missing) {
    console.log(
      "An expected deviation was not found: try more runs. If the stack has changed, remove it from expected.ts.",
    );
  }
  return runs.some(({ kind }) => kind === "ran") && !runs.some(({ kind }) => kind === "failed") && !missing;
}

function runInWords(run: StackRun): string {
  if (run.kind !== "ran") return `${run.stack.name}: could not run: ${run.reason}`;
  const { version, calls, provisions, deviations, fleeting } = run.result;
  const counts = [`calls: ${calls}`, `provisions: ${provisions.length}`, `deviations: ${deviations.length}`];
  const leftOut = fleeting.map((code) => `\n  seen once, left out: ${code}`).join("");
  return `${run.stack.name}: ${version}, ${counts.join(", ")}${leftOut}`;
}

function expectationInWords({ stack, code, what }: ExpectedDeviation, met: boolean | null): string {
  const verdict = met === null ? "did not run" : met ? "found" : "NOT FOUND";
  return `${verdict}: ${stack}: ${what} (${code})`;
}

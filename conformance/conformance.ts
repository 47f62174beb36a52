import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { checkExpected, type Finding } from "./check-expected.ts";
import { root } from "./command.ts";
import type { Options } from "./options.ts";
import { conformancePage } from "./report/page.ts";
import { runStack, type StackRun } from "./stacks/stack.ts";

/** Runs the stacks, says what came of each, and writes the report. Returns whether all is as it must be. */
export async function conformance({ chosen, settings, output }: Options): Promise<boolean> {
  const runs: StackRun[] = [];
  // One after the other: they would slow each other down until calls seem never to settle.
  for (const stack of chosen) {
    const run = await runStack(stack, settings);
    console.log(runInWords(run));
    runs.push(run);
  }
  if (output !== null) {
    writeFileSync(resolve(root, output), conformancePage(runs, settings));
    console.log(`written: ${output}`);
  }
  const findings = checkExpected(runs);
  for (const finding of findings) console.log(findingInWords(finding));
  const missed = findings.some(({ found }) => found === false);
  if (missed)
    console.log(
      "what was not found: more runs may find it; or the stack has changed, and then expected.ts is to follow",
    );
  const ran = runs.some(({ kind }) => kind === "ran");
  const failed = runs.some(({ kind }) => kind === "failed");
  return ran && !failed && !missed;
}

function runInWords(run: StackRun): string {
  if (run.kind !== "ran") return `${run.stack.name}: could not run: ${run.reason}`;
  const { version, calls, provisions, deviations, fleeting } = run.result;
  const counts = [`${calls} calls`, `${provisions.length} provisions`, `${deviations.length} deviations`];
  const leftOut = fleeting.map((code) => `\n  seen once, left out: ${code}`).join("");
  return `${run.stack.name}: ${version}, ${counts.join(", ")}${leftOut}`;
}

function findingInWords({ expected: { stack, code, what }, found }: Finding): string {
  const verdict = found === null ? "did not run" : found ? "found" : "NOT FOUND";
  return `${verdict}: ${stack}: ${what} (${code})`;
}

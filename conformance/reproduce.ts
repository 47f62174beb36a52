// Runs the reproductions of a recording again, as they are printed, in the browser that they are of, and compares what the last
// call does with what was recorded: node conformance/reproduce.ts [--calls] chromium|firefox [--recording FILE] [CODE…]
// With --calls: those of the recording of overlapping calls.
// Without codes: the shortest of each cause, then others, ten in all. Exit status: 0 each shows the same again, 1 one does not.
import { parseArgs } from "node:util";
import { overlappingEnd } from "../src/testing/check/reproduction-preamble.ts";
import { type BrowserName, launchBrowser } from "./page/browsers.ts";
import { servePage } from "./page/serve-page.ts";
import { faultsOf } from "./report/causes.ts";
import { overlappingBeginning, overlappingStatementsOf, preamble, statementsOf } from "./report/reproduction.ts";
import { callsRecordingPath, readRecording, recordingPath } from "./results/recording.ts";
import type { ReproducedCall, StackDeviation, StackResult } from "./results/result.ts";

const browsers: Readonly<Record<string, BrowserName>> = { chromium: "chromium", firefox: "firefox-esr" };
const most = 10;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { recording: { type: "string" }, calls: { type: "boolean" } },
});
const [stack = "", ...codes] = positionals;
const run = readRecording(values.recording ?? (values.calls ? callsRecordingPath : recordingPath)).runs.find(
  ({ stack: { name } }) => name === stack,
);
const browser = browsers[stack];
if (browser === undefined || run?.kind !== "ran") {
  console.error("the first argument must be chromium or firefox, of which there is a recording");
  process.exitCode = 2;
} else {
  process.exitCode = (await reproduceAll(browser, chosenOf(run.result, codes))) ? 0 : 1;
}

function chosenOf(result: StackResult, wanted: readonly string[]): readonly StackDeviation[] {
  if (wanted.length > 0) return result.deviations.filter(({ code }) => wanted.includes(code));
  const shown = faultsOf(result).map((fault) => fault.shown);
  const others = result.deviations.filter((deviation) => !deviation.isConsequence && !shown.includes(deviation));
  return [...shown, ...others].slice(0, most);
}

async function reproduceAll(name: BrowserName, deviations: readonly StackDeviation[]): Promise<boolean> {
  const open = await launchBrowser(name);
  const served = await servePage("");
  let same = true;
  try {
    for (const { code, cause, reproduction } of deviations) {
      if (reproduction.language !== "js") continue;
      const page = await open.newPage();
      await page.goto(served.url);
      const printed = (await page.evaluate(programOf(reproduction.calls))) as readonly string[];
      await page.close();
      const isSame = shows(printed, reproduction.calls.at(-1));
      same &&= isSame;
      console.log(`${isSame ? "again" : "NOT AGAIN"}: ${code} (${cause})`);
      for (const [index, line] of printed.entries()) {
        const code = mayOverlap(reproduction.calls) ? "" : `${reproduction.calls[index]?.code}\n    `;
        console.log(`  ${code}${line}`);
      }
    }
  } finally {
    served.stop();
    await open.close();
  }
  return same;
}

// What the program prints, line by line.
function programOf(calls: readonly ReproducedCall[]): string {
  const program = mayOverlap(calls)
    ? [...overlappingBeginning, ...overlappingStatementsOf(calls), ...overlappingEnd]
    : [...preamble, ...statementsOf(calls)];
  return `(async () => {
    const printed = [];
    const console = { log: (line) => printed.push(line) };
    ${program.join("\n")}
    return printed;
  })()`;
}

function mayOverlap(calls: readonly ReproducedCall[]): boolean {
  return calls.some(({ wait }) => wait !== undefined);
}

function shows(printed: readonly string[], call: ReproducedCall | undefined): boolean {
  if (call === undefined) return false;
  const { outcome, error, signalingState, code, peer, wait } = call;
  // Of overlapping calls, each line names its own.
  if (wait !== undefined) {
    const end = outcome === "applied" ? "applied" : (error ?? "");
    const isEnded = printed.some((line) => line.startsWith(`${code} ${end}`));
    return isEnded && printed.some((line) => line.startsWith(peer) && line.includes(`: ${signalingState};`));
  }
  const line = printed.at(-1) ?? "";
  const begins = outcome === "applied" ? ["applied;", "created "] : [error ?? ""];
  return begins.some((beginning) => line.startsWith(beginning)) && line.endsWith(`; ${signalingState}`);
}

import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Step } from "../library.ts";
import type { BrowserName } from "../page/browsers.ts";
import { inPage } from "../page/in-page.ts";
import { NotInstalled } from "../stacks/stack.ts";
import { declaredDeviations } from "./declared-deviations.ts";
import { live, replayed } from "./replay.ts";
import type { GlareOrder, GlareReport, ObservedSide } from "./report.ts";

/** The report as JSON. */
declare function glareHere(order: GlareOrder): Promise<string>;

const browsers: readonly BrowserName[] = ["chromium", "firefox-esr"];

/**
 * In a page of each browser, two perfect negotiators collide again and again, both observed. There must be collisions and no
 * undeclared difference, and `jsep-machine replay` must judge the traces as they were judged live.
 *
 * @returns true if at least one browser ran, and that holds in every browser that ran
 */
export async function glare(seed: number): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), "glare-"));
  console.log(`traces are in ${folder}`);
  const outcomes: (boolean | null)[] = [];
  for (const browser of browsers) outcomes.push(await glareIn(browser, seed, folder));
  return outcomes.includes(true) && !outcomes.includes(false);
}

/** Null if the browser could not run. */
async function glareIn(browser: BrowserName, seed: number, folder: string): Promise<boolean | null> {
  const order = { seed, pairs: 6, rounds: 12, knownDeviations: declaredDeviations[browser] };
  try {
    const { browserVersion, value } = await inPage(browser, "../glare/glare-page.ts", (page) =>
      page.evaluate((given) => glareHere(given), order),
    );
    const { sides } = JSON.parse(value) as GlareReport;
    const steps = sides.flatMap((side) => side.steps);
    console.log(
      `${browserVersion}: ${sides.length} peer connections, ${steps.length} calls, ${collisions(steps)} collisions`,
    );
    for (const line of declaredLines(steps)) console.log(`  ${line}`);
    const judged = sides.map((side) => isAsItMustBe(side, join(folder, `${browser}-${side.name}.rtcstats`)));
    return collisions(steps) > 0 && judged.every(Boolean);
  } catch (error) {
    if (!(error instanceof NotInstalled)) throw error;
    console.log(`${browser}: could not run: ${error.message}`);
    return null;
  }
}

function collisions(steps: readonly Step[]): number {
  return steps.filter(({ provision }) => provision === "implicit-rollback").length;
}

function declaredLines(steps: readonly Step[]): string[] {
  const codes = steps
    .flatMap(({ differences }) => differences)
    .filter(({ knownDeviation }) => knownDeviation !== null)
    .map(({ code, knownDeviation }) => `${code}: ${knownDeviation}`);
  return [...new Set(codes)]
    .sort()
    .map((code) => `declared, ${codes.filter((one) => one === code).length} times: ${code}`);
}

function isAsItMustBe({ name, steps, trace }: ObservedSide, file: string): boolean {
  writeFileSync(file, trace);
  const [before, after] = [live(steps), replayed(file)];
  const undeclared = steps.filter(({ verdict }) => verdict === "divergence" || verdict === "unjudged");
  for (const { call, why } of undeclared) console.log(`  ${name}: UNDECLARED: ${call}: ${why}`);
  const differing = Math.max(before.length, after.length);
  for (let index = 0; index < differing; index++) {
    if (before[index] === after[index]) continue;
    console.log(`  ${name}: REPLAYED TO ANOTHER VERDICT: live ${before[index]}, replayed ${after[index]}`);
  }
  return undeclared.length === 0 && before.join("\n") === after.join("\n");
}

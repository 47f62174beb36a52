// `npm run fuzz -- --ms 600000 [--seed N]`: sets and checks mutations of captured descriptions for a given time. Stops
// at the first defect, shrinks it, writes the case to a file and exits 1; `--case FILE` repeats such a case.
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import fc from "fast-check";
import { contradiction, judgement } from "../property-tests/model/sdp-judgement.ts";
import { Defect, made, slowest } from "./fuzz/defect.ts";
import { type FuzzCase, fuzzCase } from "./fuzz/fuzz-case.ts";
import { runCase } from "./fuzz/run-case.ts";
import { readSeeds } from "./fuzz/seeds.ts";
import { Tally } from "./fuzz/tally.ts";
import { wholeNumber } from "./whole-number.ts";

/** What a round leaves on the heap may differ by no more than this, in bytes. */
const mostGrowth = 64e6;
const casesOfRound = 200;

const { values } = parseArgs({
  options: { ms: { type: "string" }, seed: { type: "string" }, case: { type: "string" } },
});
const milliseconds = wholeNumber("ms", values.ms ?? "10000");
const seed = wholeNumber("seed", values.seed ?? String(Date.now() % 2 ** 31));

const tally = new Tally();
const counts = { cases: 0, calls: 0, mostHeap: 0 };

function countCase(calls: number): void {
  counts.cases += 1;
  counts.calls += calls;
  counts.mostHeap = Math.max(counts.mostHeap, process.memoryUsage().heapUsed);
}

const sessions = fc.property(fuzzCase(readSeeds()), (input) => {
  runCase(input, tally);
  countCase(input.calls.length);
});

/** Slots that no session comes to hold, too. */
const slots = fc.property(judgement, (input) => {
  const problem = made("judging in any slots", input.text, () => contradiction(input));
  if (problem !== null) throw new Defect(problem);
  countCase(1);
});

/** Bytes that are still in use after a collection. */
function keptHeap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

function run(): boolean {
  console.log(`fuzz: seed ${seed}, ${milliseconds} ms`);
  const properties = [sessions, slots] as const;
  const end = performance.now() + milliseconds;
  let before: number | null = null;
  for (let round = 0; performance.now() < end; round += 1) {
    const property = properties[round % 4 === 3 ? 1 : 0] as fc.IProperty<[unknown]>;
    const details = fc.check(property, { seed: (seed + round) % 2 ** 31, numRuns: casesOfRound });
    if (details.failed) return reported(details.counterexample?.[0], details.errorInstance);
    if (round === 10) before = keptHeap();
  }
  const growth = before === null ? 0 : keptHeap() - before;
  for (const line of tally.lines()) console.log(line);
  console.log(`slowest call: ${slowest.what}, ${slowest.time.toFixed(1)} ms for ${slowest.length} units`);
  console.log(`heap: at most ${megabytes(counts.mostHeap)} used; ${megabytes(growth)} more kept than after round 10`);
  console.log(`fuzz: ${counts.cases} cases, ${counts.calls} descriptions, no throw, no slow call, seed ${seed}`);
  if (growth > mostGrowth) console.error("fuzz: the heap grows");
  return growth <= mostGrowth;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function reported(input: unknown, error: unknown): false {
  const file = join(mkdtempSync(join(tmpdir(), "fuzz-sdp-")), "case.json");
  writeFileSync(file, JSON.stringify(input, null, 2));
  console.error(error);
  console.error(`fuzz: a defect after ${counts.cases} cases; see it again with npm run fuzz -- --case ${file}`);
  return false;
}

function runAgain(file: string): boolean {
  const input = JSON.parse(readFileSync(file, "utf8"));
  if ("calls" in input) runCase(input as FuzzCase, tally);
  else if (contradiction(input) !== null) throw new Defect(contradiction(input) ?? "");
  for (const line of tally.lines()) console.log(line);
  console.log("fuzz: no defect");
  return true;
}

const sound = values.case === undefined ? run() : runAgain(values.case);
process.exitCode = sound ? 0 : 1;

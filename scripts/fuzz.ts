// `npm run fuzz -- --ms 600000 [--seed N] [--only NAME,…]`: feeds every entry that reads what strangers write, each in its
// turn, for a given time. Stops at the first defect, shrinks it, writes the case to a file and exits 1; `--case FILE` repeats
// such a case.
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import fc from "fast-check";
import { slowest } from "./fuzz/defect.ts";
import { descriptions, slots } from "./fuzz/descriptions.ts";
import { dumps } from "./fuzz/dumps.ts";
import { events } from "./fuzz/events.ts";
import { inputs } from "./fuzz/inputs.ts";
import { requests } from "./fuzz/requests.ts";
import type { Target } from "./fuzz/target.ts";
import { wholeNumber } from "./whole-number.ts";

/** What a round leaves on the heap may differ by no more than this, in bytes. */
const mostGrowth = 64e6;
const casesOfRound = 100;

const targets: readonly Target[] = [descriptions, slots, dumps, requests, events, inputs];

const { values } = parseArgs({
  options: { ms: { type: "string" }, seed: { type: "string" }, only: { type: "string" }, case: { type: "string" } },
});
const milliseconds = wholeNumber("ms", values.ms ?? "10000");
const seed = wholeNumber("seed", values.seed ?? String(Date.now() % 2 ** 31));

/** A case that was written to a file. */
interface WrittenCase {
  readonly target: string;
  readonly input: unknown;
}

let mostHeap = 0;

/** What a target was fed with. */
interface Fed {
  cases: number;
  values: number;
  /** Of the processor, in ms. */
  time: number;
}

function chosen(): readonly Target[] {
  const names = values.only?.split(",") ?? targets.map(({ name }) => name);
  return names.map((name) => named(name));
}

function named(name: string): Target {
  const found = targets.find((target) => target.name === name);
  if (found !== undefined) return found;
  console.error(`fuzz: --only must be among ${targets.map((target) => target.name).join(", ")}`);
  process.exit(2);
}

/** Bytes that are still in use after a collection. */
function keptHeap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

/** As many cases as a round has; false at a defect. */
function round(target: Target, number: number, fed: Fed): boolean {
  const start = process.cpuUsage();
  const property = fc.property(target.input, (input) => {
    fed.values += target.run(input);
    fed.cases += 1;
    mostHeap = Math.max(mostHeap, process.memoryUsage().heapUsed);
  });
  const details = fc.check(property, { seed: (seed + number) % 2 ** 31, numRuns: casesOfRound });
  const { user, system } = process.cpuUsage(start);
  fed.time += (user + system) / 1000;
  return details.failed ? reported(target, fed, details.counterexample?.[0], details.errorInstance) : true;
}

function run(): boolean {
  console.log(`fuzz: seed ${seed}, ${milliseconds} ms`);
  const fed = new Map(chosen().map((target) => [target, { cases: 0, values: 0, time: 0 }]));
  const end = performance.now() + milliseconds;
  let before: number | null = null;
  for (let number = 0; performance.now() < end; number += 1) {
    // Each has as much time as the others.
    const [target, counts] = [...fed].reduce((least, next) => (next[1].time < least[1].time ? next : least));
    if (!round(target, number, counts)) return false;
    if (number === 30) before = keptHeap();
  }
  const growth = before === null ? 0 : keptHeap() - before;
  for (const { lines } of fed.keys()) for (const line of lines?.() ?? []) console.log(line);
  for (const [{ name }, counts] of fed) console.log(`${name}: ${counts.cases} cases, ${counts.values} values`);
  console.log(`slowest call: ${slowest.what}, ${slowest.time.toFixed(1)} ms for ${slowest.length} units`);
  console.log(`heap: at most ${megabytes(mostHeap)} used; ${megabytes(growth)} more kept than after 30 rounds`);
  const cases = [...fed.values()].reduce((sum, counts) => sum + counts.cases, 0);
  console.log(`fuzz: ${cases} cases, no throw, no slow call, seed ${seed}`);
  if (growth > mostGrowth) console.error("fuzz: the heap grows");
  return growth <= mostGrowth;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function reported({ name }: Target, { cases }: Fed, input: unknown, error: unknown): false {
  const file = join(mkdtempSync(join(tmpdir(), "fuzz-")), "case.json");
  writeFileSync(file, JSON.stringify({ target: name, input } satisfies WrittenCase, null, 2));
  console.error(error);
  console.error(`fuzz: a defect after ${cases} cases of ${name}; see it again with npm run fuzz -- --case ${file}`);
  return false;
}

function runAgain(file: string): boolean {
  const { target, input } = JSON.parse(readFileSync(file, "utf8")) as WrittenCase;
  named(target).run(input);
  console.log("fuzz: no defect");
  return true;
}

const sound = values.case === undefined ? run() : runAgain(values.case);
process.exitCode = sound ? 0 : 1;

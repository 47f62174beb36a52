// `serve`, the oracle over JSON Lines: its rate against a process that only parses and serialises the same lines, over
// the same pipes; and what it remembers of a million sessions.

import { command, requireBuild, root } from "./build-output.ts";
import { isMet, type Measurement, table } from "./measurement.ts";
import { type Asked, briefUse, bytesOf, checkAnswers, linesOf, negotiations, withJunk } from "./serve-lines.ts";
import { type Answering, startAnswering } from "./serve-process.ts";
import { measureWaits } from "./serve-wait.ts";
import { sized } from "./short.ts";

const startServe = () => startAnswering(new URL(command, root), ["serve"]);
const startBare = () => startAnswering(new URL("./serve-bare.ts", import.meta.url));

const rounds = sized(11, 1);
const asked = linesOf(negotiations, 0, sized(10_000, 100));

/** How `serve` answers, against the bare process: many lines at once, and one after the other. */
async function measureRates(): Promise<Measurement[]> {
  const serve = startServe();
  const bare = startBare();
  checkAnswers(asked, await serve.ask(bytesOf(asked), asked.length));
  const echoed = asked.map(({ line }) => ({ line, answer: line }));
  checkAnswers(echoed, await bare.ask(bytesOf(asked), asked.length));
  const lines = bytesOf(asked);
  const streamed = await compare(serve, bare, (process) => process.time(lines, asked.length));
  const single = asked.slice(0, 2000);
  const awaited = await compare(serve, bare, (process) => timeOneByOne(process, single));
  await Promise.all([serve.stop(), bare.stop()]);
  return [
    {
      what: "serve, the pipe kept full: the rate of a process that only parses and serialises",
      value: median(streamed.map(({ serve, bare }) => bare / serve)),
      unit: "×",
      target: { bound: "at least", value: 0.334 },
      context: rates(streamed, asked.length),
    },
    {
      what: "serve, one request awaited at a time: the same",
      value: median(awaited.map(({ serve, bare }) => bare / serve)),
      unit: "×",
      target: null,
      context: rates(awaited, single.length),
    },
  ];
}

interface Times {
  readonly serve: number;
  readonly bare: number;
}

/** The times of both in each round; in every other round the other one comes first. */
async function compare(
  serve: Answering,
  bare: Answering,
  time: (process: Answering) => Promise<number>,
): Promise<Times[]> {
  const times: Times[] = [];
  for (let round = 0; round < rounds; round++) {
    const first = await time(round % 2 === 0 ? serve : bare);
    const second = await time(round % 2 === 0 ? bare : serve);
    times.push(round % 2 === 0 ? { serve: first, bare: second } : { serve: second, bare: first });
  }
  return times;
}

async function timeOneByOne(process: Answering, requests: readonly Asked[]): Promise<number> {
  let time = 0;
  for (const request of requests) time += await process.time(bytesOf([request]), 1);
  return time;
}

function rates(times: readonly Times[], count: number): string {
  const rate = (time: number) => Math.round((count / time) * 1000).toLocaleString("en");
  const ratios = times.map(({ serve, bare }) => bare / serve);
  const [serve, bare] = [median(times.map(({ serve }) => serve)), median(times.map(({ bare }) => bare))];
  const range = `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)} in ${times.length} rounds`;
  return `${rate(serve)} against ${rate(bare)} lines a second; ${range}`;
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** What is left of a million sessions, opened and dropped by a client that sends junk too. */
async function measureMemory(): Promise<Measurement> {
  const total = sized(1_000_000, 1000);
  const atOnce = total / 100;
  const serve = startServe();
  const uses = [await serve.memory()];
  for (let done = 0; done < total; ) {
    const lines = withJunk(linesOf(briefUse, done, atOnce));
    checkAnswers(lines, await serve.ask(bytesOf(lines), lines.length));
    done += atOnce;
    if ([total / 10, total / 2, total].includes(done)) uses.push(await serve.memory());
  }
  await serve.stop();
  const [, tenth, , end] = uses;
  if (tenth === undefined || end === undefined) throw new Error("Nothing was measured");
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(0);
  return {
    what: `serve: the heap after ${total.toLocaleString("en")} sessions, opened and dropped, to that after a tenth of them`,
    value: end.heap / tenth.heap,
    unit: "×",
    target: { bound: "at most", value: 1.1 },
    context:
      `MB at the start, a tenth, half, the end: heap ${uses.map(({ heap }) => megabytes(heap)).join(", ")}; ` +
      `RSS ${uses.map(({ rss }) => megabytes(rss)).join(", ")}, at most ${megabytes(end.peakRss)}`,
  };
}

/** All that is measured of `serve`. */
export async function measureServe(): Promise<Measurement[]> {
  return [...(await measureRates()), await measureMemory(), await measureWaits()];
}

if (import.meta.main) {
  requireBuild();
  const measurements = await measureServe();
  console.log(table(measurements));
  if (process.argv.includes("--check") && !measurements.every(isMet)) process.exitCode = 1;
}

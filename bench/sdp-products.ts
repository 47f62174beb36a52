// That work and time grow with the length where two things of a description grow at once, for every rule: at n, 2n and 4n, the
// last about as long as is accepted. The work is counted, and is the same on any machine. The time of the same work grows with
// the distance to the memory: at n what is read fits into the caches of a processor and its page tables, at 4n it may not. `node --max-semi-space-size=128 bench/sdp-products.ts` measures this alone, `--only A8,R5` some
// rules of it. With room for what is new, the collector does not copy what a large text still needs.
import type { GrowingCase, Judged } from "../cases/sdp/growing/growing-case.ts";
import { growingCases } from "../cases/sdp/growing/growing-cases.ts";
import { type Work, worksOf } from "../spec/growth/counting/work.ts";
import { isMet, type Measurement, table } from "./measurement.ts";
import { sdp } from "./published.ts";
import { sized } from "./short.ts";

/** Of the checked text, in UTF-16 code units. */
const longest = sized(1_048_576, 16_384);
/** Work in proportion to the length is 4, squares are 16. */
const mostGrowth = 5;
/** Of time: farther than memory, and nearer than a square. */
const mostGrowthOfTime = 12;
/** In ms: what takes less measures nothing but noise. */
const leastMeasured = 40;
/** What grows faster is measured so many times again. */
const mostAgain = 5;
/** So many of the slowest are listed. */
const mostListed = 12;
/** Of each rule, so many cases are measured in every size: those that cost most a KiB at n, where a square shows already. */
const mostOfRule = 2;

interface Timing {
  readonly growing: GrowingCase;
  /** At n, 2n and 4n, in ms. */
  readonly times: readonly number[];
  /** What is read of the largest: the description and those in its session, in KiB. */
  readonly kibibytes: number;
}

function lengthOf({ text, context }: Judged): number {
  const slots = Object.values(context.session ?? {}).map((slot) => (slot as { sdp?: string } | null)?.sdp?.length ?? 0);
  return slots.reduce((sum, length) => sum + length, text.length);
}

/** How many make a text of about that length. */
function countFor({ at }: GrowingCase, length: number): number {
  const [few, more] = [100, 300].map((count) => at(count).text.length) as [number, number];
  return Math.max(2, Math.floor(((length - few) / Math.max(1, (more - few) / 200) + 100) * 0.95));
}

function check({ text, context }: Judged): void {
  sdp.checkSdp(text, { maxSdpLength: 8 * longest, ...context });
}

/** In ms, the least of so many calls. The clock of the thread's own time goes in steps as long as what is measured here. */
function timeOf(judged: Judged, calls: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let call = 0; call < calls; call++) {
    const start = performance.now();
    check(judged);
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

/** Of some measurements the least time of each size: the collector and the machine only add to it, and a square stays one. */
function timed(growing: GrowingCase): Timing {
  let least = timedOnce(growing);
  for (let again = 0; again < mostAgain && growthOf(least) > mostGrowthOfTime && isSlow(least); again++) {
    const { times } = timedOnce(growing);
    least = { ...least, times: least.times.map((time, size) => Math.min(time, times[size] as number)) };
  }
  return least;
}

function timedOnce(growing: GrowingCase): Timing {
  const most = countFor(growing, longest);
  const judged = [most / 4, most / 2, most].map((count) => growing.at(Math.max(1, Math.floor(count))));
  // The compiler is done with the code after some calls, and all sizes bear the same of the collector.
  check(judged[0] as Judged);
  const times = judged.map((sized, index) => timeOf(sized, [4, 2, 1][index] as number));
  return { growing, times, kibibytes: lengthOf(judged[2] as Judged) / 1024 };
}

/** The cases of a rule that cost most a KiB, judged once at n. */
function mostExpensive(cases: readonly GrowingCase[]): readonly GrowingCase[] {
  const costs = cases.map((growing) => {
    const judged = growing.at(Math.floor(countFor(growing, longest) / 4));
    return { growing, cost: timeOf(judged, 1) / lengthOf(judged) };
  });
  const inOrder = costs.sort((a, b) => b.cost - a.cost);
  return inOrder.slice(0, mostOfRule).map(({ growing }) => growing);
}

const isSlow = ({ times }: Timing): boolean => (times[2] ?? 0) >= leastMeasured;
const growthOf = ({ times: [small = 0, , large = 0] }: Timing): number => large / small;
const costOf = ({ times, kibibytes }: Timing): number => ((times[2] ?? 0) * 1000) / kibibytes;
const described = ({ growing, times, kibibytes }: Timing): string =>
  `${growing.what}: ${times.map((time) => time.toFixed(0)).join(", ")} ms, ${kibibytes.toFixed(0)} KiB are read`;

/** Of each rule the case whose time grows fastest, of those that take long enough to say so. */
function ofRule(rule: string, timings: readonly Timing[]): Measurement[] {
  const slow = timings.filter(isSlow);
  const worst = [...(slow.length > 0 ? slow : timings)].sort((a, b) => growthOf(b) - growthOf(a))[0] as Timing;
  const time: Measurement = {
    what: `${rule}: time at 4n, of that at n`,
    value: growthOf(worst),
    unit: "×",
    target: slow.length === 0 ? null : { bound: "at most", value: mostGrowthOfTime },
    context: described(worst),
  };
  const work: Measurement = {
    what: `${rule}: work at 4n, of that at n`,
    value: growthOfWork(worst.growing),
    unit: "×",
    target: { bound: "at most", value: mostGrowth },
    context: worst.growing.what,
  };
  return [work, time];
}

/** Of the steps that are taken and the characters that are read, what grows more. */
function growthOfWork(growing: GrowingCase): number {
  const most = countFor(growing, longest);
  const [small, large] = worksOf(
    [Math.max(1, Math.floor(most / 4)), most].map((count) => {
      const judged = growing.at(count);
      return () => check(judged);
    }),
  ) as [Work, Work];
  return Math.max(large.steps / Math.max(1, small.steps), large.characters / Math.max(1, small.characters));
}

export function measureProducts(rules: readonly string[] | null): Measurement[] {
  const broken = [...new Set(growingCases.map(({ rule }) => rule))].filter((rule) => rules?.includes(rule) ?? true);
  const timings = broken.flatMap((rule) =>
    mostExpensive(growingCases.filter((growing) => growing.rule === rule)).map(timed),
  );
  console.log("The most expensive a KiB:");
  for (const timing of [...timings].sort((a, b) => costOf(b) - costOf(a)).slice(0, mostListed)) {
    console.log(`  ${costOf(timing).toFixed(0)} µs a KiB: ${timing.growing.rule}, ${described(timing)}`);
  }
  return broken.flatMap((rule) =>
    ofRule(
      rule,
      timings.filter(({ growing }) => growing.rule === rule),
    ),
  );
}

if (import.meta.main) {
  const [, only = null] = /--only=?(.*)/.exec(process.argv.slice(2).join(" ")) ?? [];
  const measurements = measureProducts(only === null ? null : only.trim().split(","));
  console.log(table(measurements));
  if (!measurements.every(isMet)) process.exitCode = 1;
}

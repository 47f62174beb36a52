// Explores the model of the connection: `npm run explore`. With --short, small scenarios and short walks only.
import { properties, sights } from "../src/exploration/properties/violation.ts";
import { failing } from "../src/exploration/scenarios/failing.ts";
import { addingTransceivers, holding, walked } from "../src/exploration/scenarios/holding.ts";
import { exploreBreadthFirst } from "../src/exploration/search/breadth-first.ts";
import type { Exploration } from "../src/exploration/search/exploration.ts";
import { exploreRandomly } from "../src/exploration/search/random-walks.ts";
import { howStatesAreToldApart } from "../src/exploration/search/state-key.ts";
import { traceOf, writeTrace } from "../src/exploration/trace.ts";
import type { Scenario } from "../src/exploration/world.ts";

const short = process.argv.includes("--short");
const seed = Number(process.argv.find((argument) => argument.startsWith("--seed="))?.slice(7) ?? 1);
const seen = new Set<string>();
const began = performance.now();
let wrong = 0;

console.log(`${howStatesAreToldApart}\n`);
console.log("Held in every step and at every rest:");
for (const [name, meaning] of Object.entries(properties)) console.log(`  ${name}: ${meaning}`);

console.log("\nToday's text with today's perfect negotiation, exhaustive:");
const sizes = short
  ? [
      [1, 1],
      [2, 1],
    ]
  : [
      [1, 1],
      [2, 1],
      [2, 2],
      [3, 2],
    ];
const exhaustive = sizes.map(([a = 0, b = 0]) => addingTransceivers(a, b));
for (const scenario of [...exhaustive, ...(short ? holding.slice(0, 4) : holding)]) {
  expectNone(
    scenario,
    timed(() => exploreBreadthFirst(scenario, { states: 1_000_000 })),
    true,
  );
}

console.log(`\nToday's text with today's perfect negotiation, at random (seed ${seed}):`);
for (const scenario of walked) {
  const bounds = { walks: short ? 20 : 500, steps: 500, seed };
  expectNone(
    scenario,
    timed(() => exploreRandomly(scenario, bounds)),
    false,
  );
}

console.log("\nWhat has to be seen:");
for (const sight of sights) {
  if (!seen.has(sight) && !short) wrong++;
  console.log(`  ${sight}: ${seen.has(sight) ? "seen" : "NOT SEEN"}`);
}

console.log("\nWhat has to fail, each with its minimal trace:");
for (const scenario of failing) {
  const { result, seconds } = timed(() => exploreBreadthFirst(scenario, { states: 1_000_000 }));
  const { found, states } = result;
  if (found?.violation.property !== scenario.property) wrong++;
  const outcome = found === null ? "NOTHING FOUND" : `${found.violation.property} after ${found.choices.length} steps`;
  console.log(`\n${scenario.name}\n  ${outcome}, ${states} states, ${seconds}`);
  if (found === null) continue;
  console.log(`  ${found.violation.message}`);
  if (!short) console.log(writeTrace(traceOf(scenario, found.choices)));
}

console.log(`\n${wrong === 0 ? "As expected" : `${wrong} not as expected`}, in ${secondsSince(began)}.`);
if (wrong > 0) process.exitCode = 1;

function expectNone(scenario: Scenario, { result, seconds }: Timed, toItsEnd: boolean): void {
  const { states, steps, depth, ends, found } = result;
  for (const sight of result.seen) seen.add(sight);
  const isExhausted = result.exhaustive ? "exhaustive" : toItsEnd ? "NOT EXHAUSTIVE" : "at random";
  const outcome = found === null ? "no violation" : `${found.violation.property}: ${found.violation.message}`;
  console.log(
    `  ${scenario.name}: ${states} states, ${steps} steps, ${depth} deep, ${ends} ends, ${isExhausted}, ${seconds}: ${outcome}`,
  );
  if (found === null && result.exhaustive === toItsEnd) return;
  wrong++;
  if (found !== null) console.log(writeTrace(traceOf(scenario, found.choices)));
}

interface Timed {
  readonly result: Exploration;
  readonly seconds: string;
}

function timed(explore: () => Exploration): Timed {
  const start = performance.now();
  const result = explore();
  return { result, seconds: secondsSince(start) };
}

function secondsSince(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

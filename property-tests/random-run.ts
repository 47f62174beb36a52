// `npm run random [-- --calls 1000000 --seed N]`: random calls, junk among them, of the model, the functions and the
// machine (through xstate's pure `transition()`) side by side. Stops at the first disagreement or throw, shrinks it,
// prints how to see it again, and exits 1. With `--fake`, random calls on the fake, overlapping ones among them, judged by
// the oracle: 100000, unless `--calls` says otherwise.
import { parseArgs } from "node:util";
import fc from "fast-check";
import { wholeNumber } from "../scripts/whole-number.ts";
import type { Outcome } from "../src/entries/index.ts";
import { type Call, calls, type Setting, setting } from "./arbitraries/arbitraries.ts";
import { judgeFake } from "./fake-run.ts";
import { describeCall } from "./model/commands.ts";
import { compareMachine, pureRun } from "./model/machine-comparison.ts";
import { ModelComparison } from "./model/model-comparison.ts";

const sessionsAtATime = 1000;
const longestSession = 60;

const { values } = parseArgs({
  options: {
    ...{ calls: { type: "string" }, seed: { type: "string" }, path: { type: "string" } },
    fake: { type: "boolean", default: false },
  },
});
const wanted = wholeNumber("calls", values.calls ?? (values.fake ? "100000" : "1000000"));
const seed = wholeNumber("seed", values.seed ?? String(Date.now() % 2 ** 31));

const counts = { calls: 0, sessions: 0 };
const outcomes = new Map<string, number>();
const states = new Map<string, number>();

function compareSession(setting: Setting, calls: readonly Call[], made: (outcome: Outcome) => void): void {
  const comparison = new ModelComparison(setting);
  const machine = pureRun(setting.options);
  for (const call of calls) {
    const outcome = comparison.make(call);
    compareMachine(machine, call, outcome);
    made(outcome);
  }
}

let agreed = true;

function runSession(setting: Setting, calls: readonly Call[]): void {
  // What fast-check does to shrink a disagreement, or to see it again, counts for nothing.
  if (!agreed || values.path !== undefined) {
    compareSession(setting, calls, () => undefined);
    return;
  }
  if (counts.calls >= wanted) return;
  counts.sessions += 1;
  agreed = false;
  compareSession(setting, calls.slice(0, wanted - counts.calls), (outcome) => {
    counts.calls += 1;
    count(outcomes, outcomeName(outcome));
    count(states, outcome.session.signalingState);
  });
  agreed = true;
}

function outcomeName(outcome: Outcome): string {
  if (outcome.kind === "rejected") return `rejected ${outcome.rejection.error}`;
  return outcome.kind === "applied" && outcome.rolledBack !== null ? "applied after implicit rollback" : outcome.kind;
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

const session = fc.property(setting, calls(longestSession), runSession);

function run(seed: number, path: string | undefined): boolean {
  const details = fc.check(session, { seed, numRuns: sessionsAtATime, ...(path === undefined ? {} : { path }) });
  if (!details.failed) return true;
  const [setting, calls] = details.counterexample ?? [];
  if (path === undefined)
    console.error(`disagreement in session ${counts.sessions}, call ${counts.calls + 1}; shrunk:`);
  console.error(`  options  ${JSON.stringify(setting?.options)}`);
  for (const call of calls ?? []) console.error(`  call     ${describeCall(call)}`);
  console.error(details.errorInstance);
  console.error(`reproduce: npm run random -- --seed ${seed} --path ${details.counterexamplePath}`);
  return false;
}

function runSessions(): void {
  console.log(`seed ${seed}, ${wanted} calls`);
  const start = performance.now();
  if (values.path !== undefined) agreed = run(seed, values.path);
  for (let part = 0; values.path === undefined && agreed && counts.calls < wanted; part += 1) {
    agreed = run(seed + part, undefined);
  }
  console.log(
    `${counts.calls} calls of ${counts.sessions} sessions in ${Math.round(performance.now() - start) / 1000} s`,
  );
  for (const [title, counts] of Object.entries({ outcomes, "states afterwards": states })) {
    console.log(title);
    for (const [name, count] of [...counts].sort()) console.log(`  ${String(count).padStart(9)}  ${name}`);
  }
  console.log(agreed ? "model, functions and machine agreed throughout" : "they disagreed");
  process.exitCode = agreed ? 0 : 1;
}

async function runFake(): Promise<void> {
  console.log(`seed ${seed}, ${wanted} calls on the fake`);
  const start = performance.now();
  const judged = await judgeFake({ calls: wanted, seed }, (calls) => console.log(`  ${calls} calls`));
  const seconds = Math.round((performance.now() - start) / 1000);
  console.log(`${judged.calls} calls of ${judged.runs} sequences in ${seconds} s`);
  console.log("provisions exercised");
  for (const [name, count] of [...judged.provisions].sort()) console.log(`  ${String(count).padStart(9)}  ${name}`);
  for (const deviation of judged.deviations) console.error(deviation);
  console.log(judged.deviations.length === 0 ? "no deviation found" : "the fake deviates");
  process.exitCode = judged.deviations.length === 0 ? 0 : 1;
}

if (values.fake) await runFake();
else runSessions();

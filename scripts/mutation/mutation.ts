// Breaks one rule at a time and sees that each suite that its family names notices, alone.
// Works on copies in the temporary directory; exits 1 if a mutant gets past one of them.
//
//   npm run mutation [-- --short] [--family TEXT]    --short: a few mutants of each family; --family: those of that name
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import type { Mutant } from "./mutant.ts";
import { families } from "./mutants.ts";
import { filesOf, type Suite, suites } from "./suites.ts";
import { MutationWorkspace } from "./workspace.ts";

interface JudgedMutant extends Mutant {
  readonly suites: readonly Suite[];
}

const { values } = parseArgs({
  options: { short: { type: "boolean", default: false }, family: { type: "string", default: "" } },
});
const { short } = values;
const chosen = families.filter(({ name }) => name.includes(values.family));

const mutants: readonly JudgedMutant[] = chosen.flatMap(({ suites, mutants }) =>
  (short ? sampleOf(mutants()) : mutants()).map((mutant) => ({ ...mutant, suites })),
);

/** Four of them, the same every time, from all over the list. */
function sampleOf(list: readonly Mutant[]): Mutant[] {
  const step = Math.max(1, Math.ceil(list.length / 4));
  return list.filter((_, index) => index % step === 0);
}

const workspaces = Array.from({ length: Math.min(2, availableParallelism()) }, () => new MutationWorkspace());
const caught: Record<Suite, number> = { spec: 0, "property-tests": 0, "spec/sdp": 0, connection: 0 };
let survived = 0;

process.once("SIGINT", () => process.exit(130));
process.once("exit", () => {
  for (const workspace of workspaces) workspace.remove();
});

async function checkUnbroken(workspace: MutationWorkspace, queue: Suite[]): Promise<void> {
  for (let suite = queue.shift(); suite !== undefined; suite = queue.shift()) {
    const failure = await workspace.firstFailure(suite);
    if (failure === null) continue;
    console.error(`${suite} fails without any mutant: ${failure}`);
    process.exit(1);
  }
}

async function judge(workspace: MutationWorkspace, mutant: JudgedMutant): Promise<void> {
  await workspace.apply(mutant);
  const failures: string[] = [];
  let missed = false;
  for (const suite of suites) {
    if (!mutant.suites.includes(suite)) {
      failures.push(`${suite} need not`);
      continue;
    }
    const failure = await workspace.firstFailure(suite);
    if (failure === null) missed = true;
    else caught[suite] += 1;
    failures.push(failure === null ? `MISSED by ${suite}` : `caught by ${suite} (${failure})`);
  }
  if (missed) survived += 1;
  console.log(`${missed ? "SURVIVED" : "caught  "}  ${mutant.name}: ${failures.join(", ")}`);
}

async function work(workspace: MutationWorkspace, queue: JudgedMutant[]): Promise<void> {
  for (let mutant = queue.shift(); mutant !== undefined; mutant = queue.shift()) await judge(workspace, mutant);
}

const start = performance.now();
for (const suite of suites) console.log(`${suite}: ${filesOf(suite).length} files`);
for (const { name, mutants, suites } of chosen) {
  const number = short ? `${sampleOf(mutants()).length} of ${mutants().length}` : mutants().length;
  console.log(`${name}: ${number} mutants, each to be caught by ${suites.join(" and by ")} alone`);
}
const unbroken = [...suites];
await Promise.all(workspaces.map((workspace) => checkUnbroken(workspace, unbroken)));
const queue: JudgedMutant[] = [...mutants];
await Promise.all(workspaces.map((workspace) => work(workspace, queue)));
const seconds = Math.round((performance.now() - start) / 1000);
const counts = suites.map((suite) => {
  const asked = mutants.filter((mutant) => mutant.suites.includes(suite)).length;
  return `${caught[suite]} of ${asked} caught by ${suite}`;
});
console.log(`${mutants.length} mutants in ${seconds} s: ${counts.join(", ")}, ${survived} survived`);
process.exitCode = survived === 0 ? 0 : 1;

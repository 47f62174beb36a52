// `npm run mutation`: breaks one rule at a time and sees that spec/ alone and property-tests/ alone both notice.
// Works on copies in the temporary directory; exits 1 if a mutant gets past either.
import { availableParallelism } from "node:os";
import { families, type Mutant } from "./mutation-mutants.ts";
import { coreSuites, MutationWorkspace, type Suite } from "./mutation-workspace.ts";

const suites = ["spec", "property-tests"] as const;
const mutants = families.flatMap(({ name, mutants }) => mutants().map((mutant) => ({ ...mutant, family: name })));
const workspaces = Array.from({ length: Math.min(2, availableParallelism()) }, () => new MutationWorkspace());
const caught: Record<Suite, number> = { spec: 0, "property-tests": 0 };
let survived = 0;

process.once("SIGINT", () => process.exit(130));
process.once("exit", () => {
  for (const workspace of workspaces) workspace.remove();
});

async function checkUnbroken(workspace: MutationWorkspace): Promise<void> {
  for (const suite of suites) {
    const failure = await workspace.firstFailure(suite);
    if (failure === null) continue;
    console.error(`${suite} fails without any mutant: ${failure}`);
    process.exit(1);
  }
}

async function judge(workspace: MutationWorkspace, mutant: Mutant): Promise<void> {
  await workspace.apply(mutant);
  const failures: string[] = [];
  let missed = false;
  for (const suite of suites) {
    const failure = await workspace.firstFailure(suite);
    if (failure === null) missed = true;
    else caught[suite] += 1;
    failures.push(failure === null ? `MISSED by ${suite}` : `caught by ${suite} (${failure})`);
  }
  if (missed) survived += 1;
  console.log(`${missed ? "SURVIVED" : "caught  "}  ${mutant.name}: ${failures.join(", ")}`);
}

async function work(workspace: MutationWorkspace, queue: Mutant[]): Promise<void> {
  for (let mutant = queue.shift(); mutant !== undefined; mutant = queue.shift()) await judge(workspace, mutant);
}

const start = performance.now();
for (const suite of suites) console.log(`${suite}: ${coreSuites(suite).length} files`);
for (const { name, mutants } of families) console.log(`${name}: ${mutants().length} mutants`);
const [first] = workspaces;
if (first !== undefined) await checkUnbroken(first);
const queue: Mutant[] = [...mutants];
await Promise.all(workspaces.map((workspace) => work(workspace, queue)));
const seconds = Math.round((performance.now() - start) / 1000);
const total = `${mutants.length} mutants in ${seconds} s`;
console.log(
  `${total}: ${caught.spec} caught by spec, ${caught["property-tests"]} caught by property-tests, ${survived} survived`,
);
process.exitCode = survived === 0 ? 0 : 1;

import { spawnSync } from "node:child_process";
import { root } from "./command.ts";
import { areAsExpected, runAll } from "./conformance.ts";
import { expectedOfSimulated, simulatedStacks } from "./stacks/simulated.ts";

const runs = 200;

/**
 * What needs nothing beyond the library's own node_modules: this package's tests, and a survey of simulated stacks, of which
 * it is known what must be found.
 *
 * @returns whether the tests passed, and just the known deviations were found
 */
export async function short(seed: number): Promise<boolean> {
  const args = ["--test", "--test-reporter=dot", "conformance/tests/*.test.ts"];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
  console.log(`\nthe tests of conformance/: ${status === 0 ? "passed" : "FAILED"}`);
  const surveyed = await runAll(simulatedStacks, { seed, runs });
  const [faultless] = surveyed;
  const conforms = faultless?.kind === "ran" && faultless.result.deviations.length === 0;
  console.log(conforms ? "a stack without a fault conforms" : "A STACK WITHOUT A FAULT DOES NOT CONFORM");
  return areAsExpected(surveyed, expectedOfSimulated) && conforms && status === 0;
}

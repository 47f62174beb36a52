import { spawnSync } from "node:child_process";
import { root } from "../command.ts";
import { runAll } from "../conformance.ts";
import type { Settings } from "../results/recording.ts";
import { weriftBeforeAndAfter } from "../stacks/all.ts";

/**
 * Tests the peer connection of examples/werift/, and surveys werift alone and under it: what is left of the deviations is
 * printed.
 *
 * @returns whether the test passed, and the example conforms
 */
export async function weriftUnderConnection(settings: Settings): Promise<boolean> {
  const args = ["--test", "--test-reporter=spec", "conformance/werift/*.test.ts"];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
  const runs = await runAll(weriftBeforeAndAfter, settings);
  const after = runs[1];
  const left = after?.kind === "ran" ? after.result.deviations : null;
  for (const { code, expected, observed } of left ?? []) console.log(`left: ${code}: ${expected}, not ${observed}`);
  return status === 0 && left?.length === 0;
}

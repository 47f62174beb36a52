// Runs the webrtc/ tests of a checkout of web-platform-tests on an implementation in Node, and compares the outcomes with
// expectations.json. With --short, runs the tests of the runner itself, which need no checkout.
// Exit status: 0 everything is as expected; 1 something is not; 2 unusable arguments.
import { spawnSync } from "node:child_process";
import { root } from "../command.ts";
import { installNpmPackages } from "../install/npm-packages.ts";
import { type Options, optionsFrom } from "./options.ts";

const options = optionsFrom(process.argv.slice(2));
if ("refused" in options) {
  console.error(options.refused);
  process.exitCode = 2;
} else {
  const complaint = installNpmPackages();
  if (complaint !== null) console.error(complaint);
  process.exitCode = options.short ? testRunner() : await runTests(options);
}

function testRunner(): number {
  const args = ["--test", "--test-reporter=dot", "conformance/wpt/tests/*.test.ts"];
  return spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" }).status ?? 1;
}

async function runTests(given: Options): Promise<number> {
  // The runner imports what may just have been installed.
  const runner = await import("./run-tests.ts");
  return runner.runTests(given);
}

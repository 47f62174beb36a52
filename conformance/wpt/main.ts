// Runs the webrtc/ tests of a checkout of web-platform-tests on an implementation in Node, and compares the outcomes with
// expectations.json.
// Exit status: 0 everything is as expected; 1 something is not; 2 unusable arguments.
import { installNpmPackages } from "../install/npm-packages.ts";
import { type Options, optionsFrom } from "./options.ts";

const options = optionsFrom(process.argv.slice(2));
if (typeof options === "string") {
  console.error(options);
  process.exitCode = 2;
} else process.exitCode = await run(options);

async function run(given: Options): Promise<number> {
  const complaint = installNpmPackages();
  if (complaint !== null) console.error(complaint);
  // What runs the tests imports what may just have been installed.
  const { runTests } = await import("./run-tests.ts");
  return runTests(given);
}

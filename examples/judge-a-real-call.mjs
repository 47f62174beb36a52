// `npm start`: judges a real call that Chromium logged, in which the application made one mistake.
import { spawnSync } from "node:child_process";

const dump = "captures/double-answer.internals.json.gz";
console.log(`$ jsep-machine replay ${dump}\n`);
const { status } = spawnSync(process.execPath, ["dist/cli.js", "replay", dump], { stdio: "inherit" });
console.log(
  `\nexit status ${status}: ${status === 1 ? "an illegal call was found, as it should be" : "not what was expected"}`,
);
process.exitCode = status === 1 ? 0 : 1;

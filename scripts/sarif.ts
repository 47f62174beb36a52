// Validates what the built command prints as SARIF against the JSON Schema of SARIF 2.1.0.
//
//   npm run sarif -- SCHEMA    the schema's file, or its address
//
// OASIS publishes the schema beside the specification; each log names the address.
import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { sarifProblems } from "./sarif/problems.ts";
import { sarifSamples } from "./sarif/samples.ts";

const [schema] = process.argv.slice(2);
if (schema === undefined) {
  console.error("no schema: npm run sarif -- SCHEMA, a file or an address");
  process.exit(2);
}
const text = /^https:/.test(schema) ? await (await fetch(schema)).text() : await readFile(schema, "utf8");
const command = fileURLToPath(new URL("../dist/cli.js", import.meta.url));

let invalid = 0;
for (const { what, files } of sarifSamples) {
  const { stdout } = spawnSync(process.execPath, [command, "check", ...files, "--notes", "--format", "sarif"]);
  const log = JSON.parse(stdout.toString());
  const problems = sarifProblems(JSON.parse(text), log);
  console.log(`${what}: ${log.runs[0].results.length} results, ${problems.length === 0 ? "valid" : "INVALID"}`);
  for (const problem of problems) console.log(`  ${problem}`);
  invalid += problems.length;
}
process.exitCode = invalid === 0 ? 0 : 1;

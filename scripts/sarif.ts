// Validates what `check --format sarif` prints against the JSON Schema of SARIF 2.1.0.
//
//   npm run sarif -- SCHEMA    the schema's file, or its address
//
// OASIS publishes the schema beside the specification; the address is the member $schema of each log.
import { readFile } from "node:fs/promises";
import { sarifProblems, sarifSamples } from "./sarif/validate.ts";

const [schema] = process.argv.slice(2);
if (schema === undefined) {
  console.error("no schema: npm run sarif -- SCHEMA, a file or an address");
  process.exit(2);
}
const text = /^https:/.test(schema) ? await (await fetch(schema)).text() : await readFile(schema, "utf8");

let invalid = 0;
for (const { what, log } of await sarifSamples()) {
  const problems = sarifProblems(JSON.parse(text), log);
  console.log(`${what}: ${log.runs[0]?.results.length} results, ${problems.length === 0 ? "valid" : "INVALID"}`);
  for (const problem of problems) console.log(`  ${problem}`);
  invalid += problems.length;
}
process.exitCode = invalid === 0 ? 0 : 1;

// Runs the programs in examples/answers/, and writes what they print into the pages of docs/answers/: `npm run answers`, or
// `npm run answers -- NAME…` for some of them. spec/docs/answers.spec.ts reports a page that is out of date.
import { writeFileSync } from "node:fs";
import { answers, pageWithOutput, runPrograms } from "./docs/answers/answers.ts";

const names = process.argv.slice(2);
const chosen = answers().filter(({ name }) => names.length === 0 || names.includes(name));
for (const { name, output, ms } of await runPrograms(chosen.map((answer) => answer.name))) {
  const [answer] = chosen.filter((one) => one.name === name);
  if (answer === undefined) continue;
  const isSame = output === answer.shown;
  if (!isSame) writeFileSync(answer.path, pageWithOutput(answer, output));
  console.log(`${name}: ${isSame ? "as it was" : "written"}, ${(ms / 1000).toFixed(1)} s`);
}

// Runs programs of examples/answers/ against src, one after the other in this process, and prints what each of them printed, as
// a line of JSON: node run-programs.ts NAME…
import { readFileSync } from "node:fs";
import { format } from "node:util";
import { withModules } from "../snippets/modules.ts";

const print = console.log;
for (const name of process.argv.slice(2)) {
  const program = readFileSync(new URL(`../../../examples/answers/${name}.mjs`, import.meta.url), "utf8");
  const began = performance.now();
  let output = "";
  console.log = (...values: unknown[]) => {
    output += `${format(...values)}\n`;
  };
  await import(`data:text/javascript,${encodeURIComponent(withModules(program))}`);
  print(JSON.stringify({ name, output, ms: performance.now() - began }));
}

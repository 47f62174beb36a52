// Programs that import every entry, and see that it exports what its source does.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { entries } from "../entries.ts";
import { root, type ScratchProject } from "./scratch-project.ts";

const withoutFastCheck = `
  const refusal = await entries["jsep-machine/testing"].checkImplementation(() => ({})).catch(({ message }) => message);
  console.log("without fast-check:", refusal);`;

/** Writes `entries.mjs` and `entries.cjs`. */
export function writeEntryPrograms(project: ScratchProject): void {
  const specifiers = entries.map(({ specifier }) => JSON.stringify(specifier));
  const print = `
  const names = Object.entries(entries).map(([name, exports]) => [name, Object.keys(exports).sort()]);
  console.log(JSON.stringify(Object.fromEntries(names)));${withoutFastCheck}`;
  const imported = specifiers.map((specifier) => `  ${specifier}: await import(${specifier}),`);
  project.write("entries.mjs", `const entries = {\n${imported.join("\n")}\n};\n${print}\n`);
  const required = specifiers.map((specifier) => `  ${specifier}: require(${specifier}),`);
  const vectors =
    'if (require("jsep-machine/vectors/transitions.json").cases.length === 0) throw new Error("no vectors");';
  const cjs = `const entries = {\n${required.join("\n")}\n};\n${vectors}\n(async () => {${print}\n})();\n`;
  project.write("entries.cjs", cjs);
}

/** Writes files that name the types of every entry, to be checked as ESM and as CommonJS; their names. */
export function writeTypedEntries(project: ScratchProject): string[] {
  const lines = entries.map(
    ({ name, specifier }) => `import * as ${nameFor(name)} from "${specifier}";\nexport type { ${nameFor(name)} };`,
  );
  for (const file of ["entries.mts", "entries.cts"]) project.write(file, `${lines.join("\n")}\n`);
  return ["entries.mts", "entries.cts"];
}

function nameFor(entry: string): string {
  return entry.replaceAll("/", "_");
}

/** What those programs print first: the names of the values that each entry's source exports. */
export async function namesOfEntries(): Promise<string> {
  const named = entries.map(async ({ specifier, source }) => {
    const exported: object = await import(pathToFileURL(join(root, source)).href);
    return [specifier, Object.keys(exported).sort()] as const;
  });
  return JSON.stringify(Object.fromEntries(await Promise.all(named)));
}

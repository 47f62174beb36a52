import { fileURLToPath } from "node:url";
import type { Snippet } from "./snippets.ts";

/** A snippet made ready to run: modules replaced, and its `// → value` lines made into checks. */
export interface SnippetProgram {
  readonly code: string;
  readonly format: "module" | "commonjs";
}

/**
 * The program of a snippet. `modules` gives the URL of what is loaded in place of a module, by its name. A comment `// → value`
 * behind `console.log(…)`, or on lines of its own below it, is compared with what was logged last.
 */
export function snippetProgram({ code, where }: Snippet, modules: Readonly<Record<string, string>>): SnippetProgram {
  const format = /^import\b/m.test(code) || !code.includes("require(") ? "module" : "commonjs";
  const target = (url: string) => (format === "module" ? url : fileURLToPath(url));
  const checked = withChecks(
    redirected(code, (name) => (Object.hasOwn(modules, name) ? target(modules[name] ?? "") : name)),
  );
  const prelude = `const { expectLogged: __expect } = globalThis.__docs(${JSON.stringify(where)}, ${checked.checks}); `;
  // The prelude shares the first line, so that the lines of an error are those of the block.
  return { code: `${prelude}${checked.code}\n`, format };
}

/** What runs before the snippets of a process: remembers what is logged, and compares. As the source of an ES module. */
export const snippetRuntime = `
import { formatWithOptions } from "node:util";
import process from "node:process";
globalThis.__docs = (where, checks) => {
  const logged = [];
  const log = console.log;
  const options = { colors: false, breakLength: Infinity, compact: 99 };
  const squeezed = (text) => text.replace(/\\s+/g, " ").trim();
  console.log = (...values) => {
    logged.push(...formatWithOptions(options, ...values).split("\\n").map(squeezed));
    log(...values);
  };
  let done = 0;
  process.on("exit", (status) => {
    if (status !== 0 || done === checks) return;
    console.error(where + ": " + (checks - done) + " of its checks were not reached");
    process.exitCode = 1;
  });
  return {
    expectLogged(...expected) {
      done++;
      const actual = logged.splice(0).slice(-expected.length);
      const same = actual.length === expected.length && expected.every((line, i) => squeezed(line) === actual[i]);
      if (!same) throw new Error(where + ": expected " + JSON.stringify(expected) + ", logged " + JSON.stringify(actual));
    },
  };
};
`;

const moduleName = /(\bfrom\s*|\bimport\s*\(?\s*|\brequire\(\s*)(["'])([^"'\n]+)\2/g;

function redirected(code: string, target: (name: string) => string): string {
  return code.replace(moduleName, (_whole, before: string, quote: string, name: string) => {
    return `${before}${quote}${target(name)}${quote}`;
  });
}

const expectation = /\/\/ → (.*)$/;

// Each run of `// → ` lines becomes one check, in its first line; the others are left blank to keep the numbers.
function withChecks(code: string): { code: string; checks: number } {
  const lines = code.split("\n");
  const output: string[] = [];
  let checks = 0;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? "";
    const first = expectation.exec(line);
    if (first === null) {
      output.push(line);
      continue;
    }
    const expected = [first[1] ?? ""];
    let next = expectation.exec(lines[index + 1] ?? "");
    while (next !== null && next.index === (lines[index + 1] ?? "").search(/\S/)) {
      expected.push(next[1] ?? "");
      index++;
      next = expectation.exec(lines[index + 1] ?? "");
    }
    checks++;
    output.push(
      `${line.slice(0, first.index)};__expect(${expected.map((value) => JSON.stringify(value)).join(", ")});`,
    );
    for (let blank = 1; blank < expected.length; blank++) output.push("");
  }
  return { code: output.join("\n"), checks };
}

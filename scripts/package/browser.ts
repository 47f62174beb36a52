// The examples as a page has them: bundled for browsers, and run in a realm without anything of Node's; in Chromium too,
// where it is installed.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { entries } from "../entries.ts";
import type { Example } from "./examples.ts";
import type { ScratchProject } from "./scratch-project.ts";

/** What of Node's console the examples need: each value in one line, as Node prints it. */
const runtime = `
const shown = (value, nested) => {
  if (typeof value === "string") return nested ? "'" + value + "'" : value;
  if (Array.isArray(value)) return "[ " + value.map((item) => shown(item, true)).join(", ") + " ]";
  return String(value);
};
let logged = [];
console.log = (...values) => logged.push(values.map((value) => shown(value, false)).join(" "));
export async function run(where, example, expected) {
  logged = [];
  await example();
  // What the example leaves to a later task.
  await new Promise((resolve) => setTimeout(resolve, 50));
  if (logged.join("\\n") !== expected.join("\\n")) throw new Error(where + ": expected " + expected + ", logged " + logged);
}
`;

/** Bundles the examples and every entry into one script; its source. */
export async function bundledPage(project: ScratchProject, examples: readonly Example[]): Promise<string> {
  project.write("page-runtime.mjs", runtime);
  examples.forEach(({ esm }, index) => {
    const code = readFileSync(join(project.directory, esm), "utf8");
    const imports = code.match(imported) ?? [];
    const body = code.replace(imported, "");
    project.write(`page-${index}.mjs`, `${imports.join("\n")}\nexport default async () => {\n${body}\n};\n`);
  });
  const contents = [
    'import { run } from "./page-runtime.mjs";',
    ...examples.map((_, index) => `import example${index} from "./page-${index}.mjs";`),
    ...entries.map(({ specifier }, index) => `import * as entry${index} from ${JSON.stringify(specifier)};`),
    `const exported = [${entries.map((_, index) => `entry${index}`).join(", ")}].filter((entry) => Object.keys(entry).length > 0);`,
    "globalThis.finished = (async () => {",
    ...examples.map(({ where, logs }, index) => {
      return `  await run(${JSON.stringify(where)}, example${index}, ${JSON.stringify(logs)});`;
    }),
    `  return "${examples.length} examples log what the docs show, " + exported.length + " entries load";`,
    "})();",
  ];
  const { outputFiles } = await build({
    stdin: { contents: contents.join("\n"), resolveDir: project.directory },
    bundle: true,
    platform: "browser",
    format: "iife",
    write: false,
    logLevel: "error",
  });
  return outputFiles.map(({ text }) => text).join("\n");
}

const imported = /^import\s[^;]*?from "[^"]+";$/gm;

/** Runs it in a realm that has the language, and what pages have beside the DOM. */
export function runInRealm(script: string): Promise<string> {
  const platform = { setTimeout, clearTimeout, queueMicrotask, performance, Event, EventTarget, DOMException };
  const realm = createContext({ ...platform, console: { ...console } });
  runInContext(script, realm);
  return runInContext("finished", realm) as Promise<string>;
}

/** Runs it in Chromium; null where Chromium is not installed. */
export function runInChromium(project: ScratchProject, script: string): string | null {
  const version = spawnSync("chromium", ["--version"], { encoding: "utf8" });
  if (version.status !== 0) return null;
  const show = "finished.catch((error) => String(error)).then((text) => { document.body.textContent = text; });";
  const escaped = script.replaceAll("</script", "<\\/script");
  project.write("page.html", `<!doctype html><meta charset="utf-8"><body><script>${escaped}\n${show}</script>`);
  const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=60000", "--dump-dom"];
  const page = pathToFileURL(join(project.directory, "page.html")).href;
  const { printed } = project.run(["chromium", ...flags, page]);
  const shown = /<body>([^<]*)/.exec(printed)?.[1] ?? printed;
  return `${version.stdout.trim()}: ${shown.trim()}`;
}

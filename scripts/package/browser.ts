// The examples as a page has them: bundled for browsers, and run in a realm without anything of Node's; in Chromium too,
// where it is installed.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { entries } from "../entries.ts";
import type { Example } from "./examples.ts";
import type { ScratchProject } from "./scratch-project.ts";

/** A page has no formatter of Node's: of what is logged, primitive values are compared. */
const runtime = `
let logged = [];
console.log = (...values) => logged.push(values);
export const checks = { done: 0, compared: 0 };
export const expectLogged = (where) => (...expected) => {
  checks.done++;
  const last = logged.slice(-expected.length);
  logged = [];
  if (last.flat().some((value) => typeof value === "object" && value !== null)) return;
  const lines = last.map((values) => values.map(String).join(" "));
  if (lines.join("\\n") !== expected.join("\\n")) throw new Error(where + ": expected " + expected + ", logged " + lines);
  checks.compared++;
};
`;

/** Bundles the examples and every entry into one script; its source. */
export async function bundledPage(project: ScratchProject, examples: readonly Example[]): Promise<string> {
  project.write("page-runtime.mjs", runtime);
  examples.forEach(({ where, code }, index) => {
    const imports = code.match(imported) ?? [];
    const body = code.replace(imported, "").replace(checksOfNode, "");
    const head = `import { expectLogged } from "./page-runtime.mjs";\n${imports.join("\n")}`;
    const expecting = `const __expect = expectLogged(${JSON.stringify(where)});`;
    project.write(`page-${index}.mjs`, `${head}\nexport default async () => {\n${expecting}\n${body}\n};\n`);
  });
  const contents = [
    'import { checks } from "./page-runtime.mjs";',
    ...examples.map((_, index) => `import example${index} from "./page-${index}.mjs";`),
    ...entries.map(({ name, specifier }) => `import * as ${name} from ${JSON.stringify(specifier)};`),
    `const exported = [${entries.map(({ name }) => name).join(", ")}].map((entry) => Object.keys(entry).length);`,
    "globalThis.finished = (async () => {",
    ...examples.map((_, index) => `  await example${index}();`),
    `  if (checks.compared === 0) throw new Error("nothing was compared");
  return "${examples.length} examples ran, " + checks.compared + " of " + checks.done + " values compared, " + exported.length + " entries";`,
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

const checksOfNode = /^const \{ expectLogged: __expect \} = .*\);$/m;
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

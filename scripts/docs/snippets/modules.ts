import { mkdirSync, mkdtempSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { buildSync, transformSync } from "esbuild";
import { entries } from "../../entries.ts";

const root = new URL("../../..", import.meta.url);

// A simulated stack with one fault stands in for the reader's own, and for one that runs on phones only.
const standIn = "spec/docs/stand-ins/your-stack.ts";

const files = {
  ...Object.fromEntries(entries.map(({ specifier, source }) => [specifier, source])),
  "your-stack": standIn,
  "react-native-webrtc": standIn,
};

/** The URL of what is loaded in place of each module that a snippet imports: source, which Node runs as it is. */
export const snippetModules: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(files).map(([name, path]) => [name, new URL(path, root).href]),
);

/**
 * Bundles what a snippet may import, in a new folder where the packages that it uses are found: a process loads a few files in
 * place of hundreds. The folder, and the URL of each module.
 */
export function bundledModules(): { readonly folder: string; readonly modules: Readonly<Record<string, string>> } {
  const caches = fileURLToPath(new URL("node_modules/.cache/", root));
  mkdirSync(caches, { recursive: true });
  const folder = mkdtempSync(join(caches, "snippets-"));
  const names = new Map(Object.values(files).map((path, index) => [path, `${index}-${basename(path, ".ts")}`]));
  buildSync({
    entryPoints: [...names].map(([path, out]) => ({ in: fileURLToPath(new URL(path, root)), out })),
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    packages: "external",
    format: "esm",
    platform: "node",
    target: "node20",
  });
  const urlOf = (path: string): string => pathToFileURL(join(folder, `${names.get(path)}.mjs`)).href;
  return { folder, modules: Object.fromEntries(Object.entries(files).map(([name, path]) => [name, urlOf(path)])) };
}

/** The code with its imports pointed at those URLs, or at the ones passed. */
export function withModules(code: string, modules: Readonly<Record<string, string>> = snippetModules): string {
  const urlOf = (name: string) => modules[name] ?? import.meta.resolve(name);
  return code.replace(/\bfrom "([^"]+)"/g, (_, name: string) => `from ${JSON.stringify(urlOf(name))}`);
}

/** A module of that code, TypeScript or JavaScript, as a URL to import. */
export function moduleUrl(code: string, modules?: Readonly<Record<string, string>>): string {
  const javascript = transformSync(code, { loader: "ts", target: "es2022" }).code;
  return `data:text/javascript,${encodeURIComponent(withModules(javascript, modules))}`;
}

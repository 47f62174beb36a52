import { transformSync } from "esbuild";
import { entries } from "../../entries.ts";

const root = new URL("../../..", import.meta.url);

// The fake with one fault stands in for the reader's own, and for one that runs on phones only.
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

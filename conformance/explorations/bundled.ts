import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Any } from "./exploration.ts";

/** A file of a package and all that it imports, as the body of a function that returns what the file exports. */
export async function bundled(alias: string, entry: string): Promise<string> {
  const built = await build({
    entryPoints: [fileURLToPath(new URL(`node_modules/${alias}/${entry}`, import.meta.url))],
    bundle: true,
    format: "iife",
    globalName: "published",
    platform: "browser",
    write: false,
    logLevel: "error",
  });
  return `${built.outputFiles[0]?.text ?? ""}\nreturn published;`;
}

/** Makes a copy of its own of the file, and of all that it imports, whenever it is called. */
export function copiesOf(body: string): () => Any {
  return new Function(body) as () => Any;
}

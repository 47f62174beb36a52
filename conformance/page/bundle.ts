import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** A program for a page: the file beside this one and all that it imports, as one script. */
export async function bundle(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(file, import.meta.url))],
    bundle: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    write: false,
    logLevel: "error",
  });
  return outputFiles.map(({ text }) => text).join("\n");
}

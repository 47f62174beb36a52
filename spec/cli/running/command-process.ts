// The command as a process: bundled afresh from src, as dist may be missing or old.
import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { temporaryFolder } from "./temporary-files.ts";

/** How a process ended, and what it wrote. */
export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** What may be given to a process besides its arguments. */
export interface Given {
  /** A file for standard input. */
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Close the reading end of standard output after its first piece? */
  readonly hangUp?: boolean;
}

/** Bundles the command into a file and gives its path. */
export function bundle(path = temporaryFolder()("command.mjs")): string {
  buildSync({
    entryPoints: [fileURLToPath(new URL("../../../src/cli/main.ts", import.meta.url))],
    outfile: path,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    // commander and picocolors are CommonJS.
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  });
  return path;
}

/** Bundles the command and gives a function that runs it. */
export function bundledCommand(): (args: readonly string[], given?: Given) => Promise<Ended> {
  const path = bundle();
  return (args, given = {}) => runScript(path, args, given);
}

/** Runs a script to its end. */
export async function runScript(path: string, args: readonly string[], given: Given = {}): Promise<Ended> {
  const { input, env = {}, hangUp = false } = given;
  const child = spawn(process.execPath, [path, ...args], { env: { PATH: process.env.PATH ?? "", ...env } });
  let [out, err] = ["", ""];
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
    if (hangUp) child.stdout.destroy();
  });
  child.stdin.on("error", () => {});
  child.stdin.end(input === undefined ? "" : await readFile(input));
  const status = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { status, out, err };
}

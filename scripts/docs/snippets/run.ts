import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { transform } from "esbuild";
import { snippetModules } from "./modules.ts";
import { snippetProgram, snippetRuntime } from "./program.ts";
import type { Snippet } from "./snippets.ts";

const root = new URL("../../..", import.meta.url);

/** Runs a snippet in a process of its own; what went wrong, or null. */
export async function snippetFailure(snippet: Snippet): Promise<string | null> {
  const { code, format } = snippetProgram(snippet, snippetModules);
  try {
    const javascript =
      snippet.language === "ts" ? (await transform(code, { loader: "ts", target: "es2022" })).code : code;
    return await run(javascript, format, snippet.where);
  } catch (error) {
    return `${snippet.where}: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function run(javascript: string, format: "module" | "commonjs", where: string): Promise<string | null> {
  const runtime = `data:text/javascript,${encodeURIComponent(snippetRuntime)}`;
  const child = spawn(process.execPath, ["--import", runtime, `--input-type=${format}`, "-"], {
    cwd: fileURLToPath(root),
    stdio: ["pipe", "ignore", "pipe"],
    timeout: 20_000,
  });
  child.stdin.end(javascript);
  let complaint = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaint += text;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status, signal) =>
      resolve(status === 0 ? null : `${where}: ${complaint || (signal ?? status)}`),
    );
  });
}

// The examples in other languages, run with the command bundled afresh as their oracle.
import { spawn, spawnSync } from "node:child_process";
import { cpSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bundle, type Ended } from "../../cli/running/command-process.ts";
import { temporaryFolder } from "../../cli/running/temporary-files.ts";

/** A copy of the examples in a language, outside the repository: they are made to be copied. */
export function examplesIn(language: "python" | "go"): string {
  const copy = temporaryFolder()(language);
  cpSync(fileURLToPath(new URL(`../../../examples/${language}`, import.meta.url)), copy, { recursive: true });
  return copy;
}

/** Is the language here, in a version that the examples are for? */
export const hasPython = succeeds("python3", ["-c", "import sys; sys.exit(sys.version_info < (3, 10))"]);
export const hasGo = succeeds("go", ["version"]);

function succeeds(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: "ignore" }).status === 0;
}

/** Gives a function that runs a program in a folder; `oracle` is the command that it asks. */
export function exampleRunner(): (
  folder: string,
  command: string,
  args: readonly string[],
  oracle?: string,
) => Promise<Ended> {
  const serve = `${process.execPath} ${bundle()} serve`;
  return async (folder, command, args, oracle = serve) => {
    const env = {
      ...process.env,
      JSEP_MACHINE: oracle,
      PYTHONDONTWRITEBYTECODE: "1",
      GO111MODULE: "on",
      GOTOOLCHAIN: "local",
      GOWORK: "off",
    };
    const child = spawn(command, args, { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
    let [out, err] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      out += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      err += text;
    });
    const status = await new Promise<number | null>((resolve, reject) => {
      child.on("error", reject).on("close", resolve);
    });
    return { status, out, err };
  };
}

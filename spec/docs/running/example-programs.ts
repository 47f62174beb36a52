// The examples in other languages, run with the command bundled afresh as their oracle.
import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { bundle, type Ended } from "../../cli/running/command-process.ts";

/** The folder of the examples in a language. */
export function examplesIn(language: "python" | "go"): string {
  return fileURLToPath(new URL(`../../../examples/${language}`, import.meta.url));
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

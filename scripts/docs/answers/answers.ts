// The pages of docs/answers/, and the programs in examples/answers/ whose output they show.
import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = new URL("../../../", import.meta.url);
const execute = promisify(execFile);

/** Where a reader who has installed the package finds the programs. */
const installed = "node_modules/jsep-machine/examples/answers";

/** An answer: a page, and the program that it shows. */
export interface Answer {
  /** What the page and the program are called, without what follows the dot. */
  readonly name: string;
  /** The path of the page. */
  readonly path: string;
  readonly page: string;
  /** What the page says that the program prints; null where it does not show the command. */
  readonly shown: string | null;
}

/** The answers, by the names of their pages. */
export function answers(): readonly Answer[] {
  return namesIn("docs/answers", ".md")
    .filter((name) => name !== "README")
    .map((name) => {
      const path = fileURLToPath(new URL(`docs/answers/${name}.md`, root));
      const page = readFileSync(path, "utf8");
      return { name, path, page, shown: blockOf(name).exec(page)?.[1] ?? null };
    });
}

/** The names of the programs. */
export function programNames(): readonly string[] {
  return namesIn("examples/answers", ".mjs");
}

/** What a program printed, and how long it took. */
export interface ProgramRun {
  readonly name: string;
  readonly output: string;
  readonly ms: number;
}

/** Runs the programs of these names against src, in one process. @throws where one fails, or prints an error */
export async function runPrograms(names: readonly string[]): Promise<readonly ProgramRun[]> {
  const runner = fileURLToPath(new URL("run-programs.ts", import.meta.url));
  const { stdout, stderr } = await execute(process.execPath, [runner, ...names]);
  if (stderr !== "") throw new Error(`a program of examples/answers/ printed an error: ${stderr}`);
  return stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

/** The page with that output. */
export function pageWithOutput({ name, page }: Answer, output: string): string {
  return page.replace(blockOf(name), () => `\`\`\`console\n$ node ${installed}/${name}.mjs\n${output}\`\`\``);
}

function blockOf(name: string): RegExp {
  return new RegExp(`^\`\`\`console\n\\$ node ${installed}/${name}\\.mjs\n([\\s\\S]*?)^\`\`\`$`, "m");
}

function namesIn(folder: string, ending: string): readonly string[] {
  const names = readdirSync(new URL(folder, root)).filter((name) => name.endsWith(ending));
  return names.map((name) => name.slice(0, -ending.length)).sort();
}

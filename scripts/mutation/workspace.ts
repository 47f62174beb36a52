// A copy of the project in the temporary directory, where one mutant at a time is made and the suites run.
import { execFile, execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import type { Mutant } from "./mutant.ts";
import type { Suite } from "./suites.ts";

const root = join(import.meta.dirname, "../..");
const generatedFile = "src/signaling/edge.generated.ts";

interface Report {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly title: string }[];
  }[];
}

export class MutationWorkspace {
  readonly #directory = mkdtempSync(join(tmpdir(), "jsep-machine-mutation-"));
  // The texts of the files that mutants edit, as they were: whoever edits the project meanwhile disturbs nothing.
  readonly #originals = new Map<string, string>();

  constructor() {
    for (const path of projectFiles()) cpSync(join(root, path), join(this.#directory, path));
    symlinkSync(join(root, "node_modules"), join(this.#directory, "node_modules"), "dir");
  }

  /** Takes the last mutant back, makes this one, and generates from it. */
  async apply({ name, file, edit }: Mutant): Promise<void> {
    for (const [path, text] of this.#originals) writeFileSync(join(this.#directory, path), text);
    const source = this.#original(file);
    const mutated = edit(source);
    if (mutated === source) throw new Error(`${name}: the edit changed nothing`);
    writeFileSync(join(this.#directory, file), mutated);
    const before = this.#original(generatedFile);
    const generated = await this.#edgeSource();
    writeFileSync(join(this.#directory, generatedFile), generated);
    if (file.endsWith("transition-table.ts") === (generated === before)) {
      throw new Error(`${name}: ${generatedFile} is not what the mutant calls for; run npm run generate first`);
    }
  }

  #original(file: string): string {
    const text = this.#originals.get(file) ?? readFileSync(join(this.#directory, file), "utf8");
    this.#originals.set(file, text);
    return text;
  }

  /** Runs the suite until something fails: the first test that did, or null where all pass. */
  async firstFailure(suite: Suite): Promise<string | null> {
    const output = join(this.#directory, "report.json");
    rmSync(output, { force: true });
    const vitest = ["node_modules/vitest/vitest.mjs", "run", "--config=scripts/mutation/vitest.config.ts"];
    const options = ["--cache=false", "--fsModuleCache=false", "--reporter=json", `--outputFile=${output}`];
    const log = await this.#node([...vitest, ...options], { MUTATION_SUITE: suite }, "ignore the status");
    return firstFailureIn(readReport(output, log));
  }

  remove(): void {
    rmSync(this.#directory, { recursive: true, force: true });
  }

  #edgeSource(): Promise<string> {
    const program = 'import { edgeSource } from "./scripts/generate-edge.ts"; process.stdout.write(edgeSource());';
    return this.#node(["--input-type=module", "--eval", program], {}, "must be 0");
  }

  #node(
    args: readonly string[],
    variables: Readonly<Record<string, string>>,
    status: "must be 0" | "ignore the status",
  ): Promise<string> {
    const options = { cwd: this.#directory, env: { ...process.env, ...variables }, maxBuffer: 2 ** 26 };
    return new Promise((resolve, reject) => {
      execFile(process.execPath, args, options, (error, stdout, stderr) => {
        if (error !== null && status === "must be 0") reject(error);
        else resolve(error === null ? stdout : `${stdout}${stderr}`);
      });
    });
  }
}

/** Every file of the project, new ones too; not what is ignored. */
function projectFiles(): string[] {
  const list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const paths = execFileSync("git", list, { cwd: root, encoding: "utf8" }).split("\0");
  return paths.filter((path) => path !== "" && existsSync(join(root, path)));
}

function readReport(path: string, log: string): Report {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Report;
  } catch {
    throw new Error(`vitest wrote no report:\n${log}`);
  }
}

function firstFailureIn({ success, numPassedTests, testResults }: Report): string | null {
  for (const { name, status, assertionResults } of testResults) {
    const failed = assertionResults.find(({ status }) => status === "failed");
    if (failed !== undefined) return `${fileName(name)}: ${failed.title}`;
    if (status === "failed") return fileName(name);
  }
  if (!success || numPassedTests === 0) throw new Error("vitest neither passed nor named a failing test");
  return null;
}

function fileName(path: string): string {
  return relative(".", path).split(/[\\/]/).at(-1) ?? path;
}

// A project in the temporary directory that has what a user's has: the packed tarball and other packages, installed.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import packageJson from "../../package.json" with { type: "json" };

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** What a process did. */
export interface Ended {
  readonly status: number | null;
  /** Standard output and standard error. */
  readonly printed: string;
}

export class ScratchProject {
  readonly directory = mkdtempSync(join(tmpdir(), "jsep-machine-package-"));

  constructor() {
    process.once("exit", () => rmSync(this.directory, { recursive: true, force: true }));
  }

  /**
   * Installs the tarball and, beside it, packages by name and range. No install script runs. `manifest` is what else stands
   * in package.json.
   */
  install(
    tarball: string,
    packages: Readonly<Record<string, string>> = {},
    manifest: object = { type: "module" },
  ): void {
    const dependencies = { [packageJson.name]: `file:${tarball}`, ...packages };
    this.write("package.json", JSON.stringify({ private: true, ...manifest, dependencies }));
    npm(["install", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"], this.directory);
  }

  /** Copies what is in a folder. */
  copy(folder: string): void {
    cpSync(folder, this.directory, { recursive: true });
  }

  write(name: string, text: string): void {
    writeFileSync(join(this.directory, name), text);
  }

  /** The path of a file of an installed package. */
  installed(path: string): string {
    return join(this.directory, "node_modules", path);
  }

  run(command: readonly string[], input = ""): Ended {
    const [program = "", ...args] = command;
    const options = { cwd: this.directory, encoding: "utf8", input, timeout: 240_000 } as const;
    const { status, stdout, stderr, error } = spawnSync(program, args, options);
    return { status, printed: `${stdout ?? ""}${stderr ?? ""}${error?.message ?? ""}` };
  }
}

/** Packs the built package; the path of the tarball. */
export function packedTarball(): string {
  const directory = mkdtempSync(join(tmpdir(), "jsep-machine-tarball-"));
  process.once("exit", () => rmSync(directory, { recursive: true, force: true }));
  const packed = npm(["pack", "--json", "--ignore-scripts", `--pack-destination=${directory}`, root], directory);
  const [{ filename }] = Object.values(JSON.parse(packed)) as [{ filename: string }];
  return join(directory, filename);
}

function npm(args: readonly string[], cwd: string): string {
  // The npm that runs this script is a file of JavaScript; on its own, npm is a command.
  const path = process.env.npm_execpath;
  const [program, first] = path === undefined ? ["npm", []] : [process.execPath, [path]];
  return execFileSync(program, [...first, ...args], {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
}

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../command.ts";
import type { Exploration } from "./exploration.ts";
import type { Ran } from "./run-exploration.ts";

const program = "conformance/explorations/run-exploration.ts";

/** Runs an exploration in a process of its own: no library finds what another has left behind. */
export function run({ name }: Exploration): Ran {
  const folder = mkdtempSync(join(tmpdir(), "exploration-"));
  const file = join(folder, "ran.json");
  try {
    const { stderr } = spawnSync(process.execPath, [program, name, file], { cwd: root, encoding: "utf8" });
    return readRan(file) ?? { explored: null, failure: stderr.trim() || "its process ended early" };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function readRan(file: string): Ran | null {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

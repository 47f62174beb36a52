// A user's file of twenty lines, explored by the command of the installed package.
import { readFileSync } from "node:fs";
import { transformSync } from "esbuild";
import type { Ended, ScratchProject } from "./scratch-project.ts";

/** The file, with types. */
export const exploredFile = "negotiate.mts";

const text = readFileSync(new URL(`./programs/${exploredFile}`, import.meta.url), "utf8");

/** Writes the file, with types and without. */
export function writeExploredFiles(project: ScratchProject): void {
  project.write(exploredFile, text);
  project.write("negotiate.mjs", transformSync(text, { loader: "ts", target: "es2022" }).code);
}

/** Explores it, and runs the program that was saved. The one with types is only for a Node.js that strips them. */
export function exploreFiles(project: ScratchProject, command: readonly string[]): string {
  const cli = [...command, project.installed("jsep-machine/dist/cli.js"), "explore"];
  const strips = project.run([...command, "-p", "process.features.typescript ?? false"]).printed.trim() !== "false";
  const files = ["negotiate.mjs", ...(strips ? [exploredFile] : [])];
  for (const file of files) {
    const explored = project.run([...cli, file, "--save", "found"]);
    expectPrinted(file, explored, 1, `${file}: violation: no-invalid-state-error\n`);
    const again = project.run([...command, "found/program.mjs"]);
    expectPrinted("found/program.mjs", again, 0, "no-invalid-state-error: b: setLocalDescription(offer) is refused");
  }
  return `${files.join(" and ")} explored, and the program of the violation run`;
}

function expectPrinted(what: string, { status, printed }: Ended, expected: number, start: string): void {
  if (status !== expected || !printed.includes(start))
    throw new Error(`${what}: status ${status}, expected ${expected} and "${start}":\n${printed}`);
}

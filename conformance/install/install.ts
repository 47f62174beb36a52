import { spawnSync } from "node:child_process";
import { root } from "../command.ts";
import { installDebianPackages } from "./debian-packages.ts";
import { installNpmPackages } from "./npm-packages.ts";

/** Installs what is missing, builds the command jsep-machine, and prints what failed: a stack that needs it will not run. */
export function install(debianPackages: readonly string[]): void {
  for (const complaint of [installNpmPackages(), installDebianPackages(debianPackages), build()]) {
    if (complaint !== null) console.log(complaint);
  }
}

function build(): string | null {
  const { status, stderr } = spawnSync("npm", ["run", "build"], { cwd: root, encoding: "utf8" });
  return status === 0 ? null : `npm run build failed: ${stderr.trim()}`;
}

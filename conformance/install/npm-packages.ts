import { spawnSync } from "node:child_process";
import { existsSync, statSync, symlinkSync } from "node:fs";
import { root } from "../command.ts";

const folder = `${root}conformance/`;

/** Installs this folder's packages from its lock file, unless they are installed. Returns a complaint if it failed. */
export function installNpmPackages(): string | null {
  linkForExample();
  if (isInstalled()) return null;
  console.log("installing the npm packages of conformance/ …");
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
  return status === 0 ? null : "npm ci failed in conformance/: the JavaScript stacks and the browsers cannot run";
}

// The example has no manifest: within this repository it takes werift from here, and jsep-machine from the repository.
function linkForExample(): void {
  const link = `${root}examples/werift/node_modules`;
  if (!existsSync(link)) symlinkSync("../../conformance/node_modules", link);
}

// npm writes a copy of the lock file last.
function isInstalled(): boolean {
  const installed = lastChange("node_modules/.package-lock.json");
  const wanted = lastChange("package-lock.json");
  return installed !== null && wanted !== null && installed >= wanted;
}

function lastChange(file: string): number | null {
  return statSync(`${folder}${file}`, { throwIfNoEntry: false })?.mtimeMs ?? null;
}

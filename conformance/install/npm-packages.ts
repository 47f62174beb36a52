import { spawnSync } from "node:child_process";
import { existsSync, statSync, symlinkSync } from "node:fs";
import { root } from "../command.ts";

/** Installs this folder's packages from its lock file, unless they are installed. Returns a complaint if it failed. */
export function installNpmPackages(): string | null {
  linkForExample();
  const complaint = installPackagesOf("conformance/");
  return complaint === null ? null : `${complaint}: the JavaScript stacks and the browsers cannot run`;
}

/** Installs the packages of a folder of the repository, which ends with a slash. Returns a complaint if it failed. */
export function installPackagesOf(folder: string): string | null {
  if (isInstalled(folder)) return null;
  console.log(`installing the npm packages of ${folder} …`);
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: `${root}${folder}`,
    stdio: ["ignore", "ignore", "inherit"],
  });
  return status === 0 ? null : `npm ci failed in ${folder}`;
}

// The example has no manifest: within this repository it takes werift from here, and jsep-machine from the repository.
function linkForExample(): void {
  const link = `${root}examples/werift/node_modules`;
  if (!existsSync(link)) symlinkSync("../../conformance/node_modules", link);
}

// npm writes a copy of the lock file last.
function isInstalled(folder: string): boolean {
  const installed = lastChange(`${folder}node_modules/.package-lock.json`);
  const wanted = lastChange(`${folder}package-lock.json`);
  return installed !== null && wanted !== null && installed >= wanted;
}

function lastChange(file: string): number | null {
  return statSync(`${root}${file}`, { throwIfNoEntry: false })?.mtimeMs ?? null;
}

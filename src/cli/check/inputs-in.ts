import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { failure, type Result, success } from "../../result.ts";
import { displayName, reasonOf } from "../input.ts";

const ofDescription = /\.sdp(?:\.gz)?$/i;

/**
 * The files that paths name, in order. A folder stands for the files named *.sdp and *.sdp.gz in it, however deep, but for
 * node_modules and what begins with a dot. A failure is a folder that cannot be read, or has no such file.
 */
export async function* inputsIn(paths: readonly string[]): AsyncGenerator<Result<string>> {
  for (const path of paths) {
    if (!(await isFolder(path))) {
      yield success(path);
      continue;
    }
    let isEmpty = true;
    for await (const input of inputsInFolder(path)) {
      isEmpty = false;
      yield input;
    }
    if (isEmpty) yield failure(`${displayName(path)}: no file in this folder is named *.sdp or *.sdp.gz`);
  }
}

// What is not there is left to its reader, which says so.
async function isFolder(path: string): Promise<boolean> {
  if (path === "-") return false;
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function* inputsInFolder(folder: string): AsyncGenerator<Result<string>> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => reasonOf(error));
  if (typeof entries === "string") {
    yield failure(`${displayName(folder)}: ${entries}`);
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* inputsInFolder(path);
    else if (ofDescription.test(entry.name)) yield success(path);
  }
}

import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** A file to judge. */
export interface DumpFile {
  readonly file: string;
  /** The folder that it was found in; null where it was named. What is no dump in a folder is passed over. */
  readonly folder: string | null;
}

/** The files that were named, and those in the folders that were named, in the order of their names. */
export async function* dumpFiles(names: AsyncIterable<string> | Iterable<string>): AsyncGenerator<DumpFile> {
  for await (const name of names) {
    if (name !== "-" && (await leadsToFolder(name))) yield* filesIn(name, name);
    else yield { file: name, folder: null };
  }
}

/** The names that a file holds, one a line; `-` is standard input, whose names are used as they come. */
export async function* listedNames(file: string): AsyncGenerator<string> {
  const input = file === "-" ? process.stdin : createReadStream(file);
  let begun = "";
  for await (const piece of input.setEncoding("utf8")) {
    const lines = `${begun}${piece}`.split("\n");
    begun = lines.pop() ?? "";
    yield* lines.map(withoutReturn).filter((line) => line !== "");
  }
  if (begun !== "") yield begun;
}

function withoutReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}

// Hidden files are left out, and links to folders, which may lead in circles.
async function* filesIn(path: string, folder: string): AsyncGenerator<DumpFile> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => null);
  if (entries === null) return yield { file: path, folder: null };
  const visible = entries.filter(({ name }) => !name.startsWith("."));
  for (const entry of visible.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) yield* filesIn(inner, folder);
    else if (entry.isFile() || (entry.isSymbolicLink() && !(await leadsToFolder(inner)))) yield { file: inner, folder };
  }
}

async function leadsToFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    // What cannot be looked at is reported where it is read.
    return false;
  }
}

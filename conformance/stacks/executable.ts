import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { NotInstalled } from "./stack.ts";

/** Every executable of that name in the PATH, in its order. */
export function executables(name: string): readonly string[] {
  return (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, name))
    .filter(isExecutable);
}

/** The first executable of that name. @throws NotInstalled */
export function executable(name: string): string {
  const [first] = executables(name);
  if (first === undefined) throw new NotInstalled(`no ${name} in the PATH`);
  return first;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

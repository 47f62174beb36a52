import { exitStatus, printAll, type Terminal } from "../terminal.ts";
import { checkFile } from "./checked-file.ts";
import { type FileContext, readContext } from "./file-context.ts";
import type { FormatName } from "./formats/format.ts";
import { checkFormats } from "./formats/formats.ts";
import { inputsIn } from "./inputs-in.ts";
import { addedCounts, noFindings } from "./summary.ts";

/** The options of `check`. */
export interface CheckCommandOptions extends FileContext {
  readonly format: FormatName;
}

/**
 * `check FILE…`: lists what is wrong with descriptions, line by line. Gives the exit status; warnings alone are nothing.
 * What cannot be read ends nothing: the other files are checked.
 */
export async function check(
  paths: readonly string[],
  options: CheckCommandOptions,
  terminal: Terminal,
): Promise<number> {
  const context = await readContext(paths, options);
  if (!context.ok) {
    terminal.complain(context.reason);
    return exitStatus.unusable;
  }
  const format = checkFormats[options.format](context.value, terminal.style);
  const unreadable: string[] = [];
  let [files, counts] = [0, noFindings];
  await printAll(format.begin(), terminal);
  for await (const input of inputsIn(paths)) {
    const checked = input.ok ? await checkFile(input.value, context.value) : input;
    if (!checked.ok) {
      unreadable.push(checked.reason);
      terminal.complain(checked.reason);
      continue;
    }
    await printAll(format.file(checked.value), terminal);
    files++;
    counts = addedCounts(counts, checked.value.findings);
  }
  await printAll(format.end({ files, counts, unreadable }), terminal);
  if (unreadable.length > 0) return exitStatus.unusable;
  return counts.errors > 0 ? exitStatus.found : exitStatus.nothing;
}

import { exitStatus, printAll, type Terminal } from "../terminal.ts";
import { checkJson } from "./check-json.ts";
import { checkText } from "./check-text.ts";
import { checkFile, type FileContext } from "./checked-file.ts";

/** The options of `check`. */
export interface CheckCommandOptions extends FileContext {
  readonly json: boolean;
}

/** `check FILE`: lists what is wrong with an SDP, line by line. Gives the exit status; warnings alone are nothing. */
export async function check(file: string, options: CheckCommandOptions, terminal: Terminal): Promise<number> {
  const checked = await checkFile(file, options);
  if (!checked.ok) {
    terminal.complain(checked.reason);
    return exitStatus.unusable;
  }
  const { value } = checked;
  await printAll(options.json ? checkJson(value) : checkText(value, terminal.style), terminal);
  return value.findings.some(({ severity }) => severity === "error") ? exitStatus.found : exitStatus.nothing;
}

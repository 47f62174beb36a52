// `check` run in this process, on a terminal that keeps what is printed.
import { type CheckCommandOptions, check } from "../../../src/cli/check/check.ts";
import type { Style } from "../../../src/cli/style.ts";
import type { Finding } from "../../../src/entries/sdp.ts";
import { fakeTerminal, type Run } from "./replaying.ts";

/** What `check --json` prints, for programs. */
export interface JsonCheck {
  readonly version: number;
  readonly file: string;
  readonly type: string | null;
  readonly side: string;
  readonly findings: readonly Finding[];
  readonly summary: Readonly<Record<string, number>>;
}

/** Runs `check` on a file; an option that is not passed has the default of the command. */
export async function runCheck(file: string, options: Partial<CheckCommandOptions> = {}, style?: Style): Promise<Run> {
  const { terminal, printed, complaints } = fakeTerminal(style);
  const status = await check(file, { side: "remote", tolerate: [], json: false, ...options }, terminal);
  return { status, printed: printed.join(""), complaints };
}

/** The JSON report on a file. */
export async function jsonCheck(file: string, options: Partial<CheckCommandOptions> = {}): Promise<JsonCheck> {
  const { printed } = await runCheck(file, { ...options, json: true });
  return JSON.parse(printed);
}

/** The findings of a file as `error A8` and `warning W1`, in their order. */
export async function found(file: string, options: Partial<CheckCommandOptions> = {}): Promise<string[]> {
  const { findings } = await jsonCheck(file, options);
  return findings.map(({ severity, rule }) => `${severity} ${rule}`);
}

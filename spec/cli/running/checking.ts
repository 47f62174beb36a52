// `check` run in this process, on a terminal that keeps what is printed.
import { type CheckCommandOptions, check } from "../../../src/cli/check/check.ts";
import type { Style } from "../../../src/cli/style.ts";
import type { Finding } from "../../../src/entries/sdp.ts";
import { fakeTerminal, type Run } from "./replaying.ts";

/** What `check --format json` prints of a file. */
export interface JsonCheck {
  readonly version: number;
  readonly file: string;
  readonly type: string | null;
  readonly side: string;
  readonly findings: readonly Finding[];
  readonly lines: Readonly<Record<string, string>>;
  readonly summary: Readonly<Record<string, number>>;
}

type Options = Partial<CheckCommandOptions>;

/** Runs `check` on files; an option that is not passed has the default of the command. */
export async function runCheck(files: string | readonly string[], options: Options = {}, style?: Style): Promise<Run> {
  const { terminal, printed, complaints } = fakeTerminal(style);
  const all = { side: "remote", tolerate: [], format: "text", ...options } as const;
  const status = await check([files].flat(), all, terminal);
  return { status, printed: printed.join(""), complaints };
}

/** The JSON report on a file. */
export async function jsonCheck(file: string, options: Options = {}): Promise<JsonCheck> {
  const { printed } = await runCheck(file, { ...options, format: "json" });
  return JSON.parse(printed);
}

/** The findings of a file as `error A8` and `warning W1`, in their order. */
export async function found(file: string, options: Options = {}): Promise<string[]> {
  const { findings } = await jsonCheck(file, options);
  return findings.map(({ severity, rule }) => `${severity} ${rule}`);
}

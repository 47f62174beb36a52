// `replay` run in this process, on a terminal that keeps what it is told.
import { replay } from "../../../src/cli/replay/replay.ts";
import type { ReplayOptions } from "../../../src/cli/replay/replay-options.ts";
import type { Style } from "../../../src/cli/style.ts";
import type { Terminal } from "../../../src/cli/terminal.ts";
import type { ProfileName } from "../../../src/entries/index.ts";

const plain: Style = {
  bold: String,
  dim: String,
  green: String,
  red: String,
  yellow: String,
};

/** What a command wrote, and its exit status. */
export interface Run {
  readonly status: number;
  readonly printed: string;
  readonly complaints: readonly string[];
}

/** A terminal that keeps what is written to it. */
export function fakeTerminal(
  style: Style = plain,
  columns = 80,
): { terminal: Terminal; printed: string[]; complaints: string[] } {
  const printed: string[] = [];
  const complaints: string[] = [];
  const terminal = {
    style,
    columns,
    print: (text: string) => void printed.push(text),
    complain: (line: string) => void complaints.push(line),
  };
  return { terminal, printed, complaints };
}

/** Runs `replay` on files. */
export async function runReplay(
  files: readonly string[],
  { style, columns, ...options }: Partial<ReplayOptions> & { style?: Style; columns?: number } = {},
): Promise<Run> {
  const { terminal, printed, complaints } = fakeTerminal(style, columns);
  const status = await replay(files, { json: false, profile: "webrtc-pc", ...options }, terminal);
  return { status, printed: printed.join(""), complaints };
}

/** What `replay --json` prints of a file, for programs. */
export interface JsonReport {
  readonly version: number;
  readonly file: string;
  readonly format: string;
  readonly connections: readonly { readonly id: string; readonly steps: readonly JsonStep[] }[];
  readonly summary: Readonly<Record<string, number>>;
}

/** A step of it. */
export interface JsonStep {
  readonly time: number;
  readonly call: "setLocalDescription" | "setRemoteDescription" | "close";
  readonly type: string | null;
  readonly before: string;
  readonly expected: {
    readonly outcome: string;
    readonly error: string | null;
    readonly signalingState: string;
  } | null;
  readonly observed: { readonly outcome: string; readonly message: string | null; readonly signalingState: string };
  readonly verdict: string;
  readonly code: string | null;
  readonly rule: string | null;
  readonly reference: Readonly<Record<"spec" | "section" | "url", string>> | null;
}

/** The JSON report on one file. */
export async function jsonReport(file: string, profile?: ProfileName): Promise<JsonReport> {
  const { printed } = await runReplay([file], profile === undefined ? { json: true } : { json: true, profile });
  return JSON.parse(printed);
}

/** A report's steps as the rows of capture-verdicts.ts. */
export function rowsOfReport({ connections }: JsonReport): Record<string, string>[] {
  return connections.flatMap(({ id, steps }) =>
    steps.map(({ call, type, before, observed, verdict, code }) => ({
      connection: id,
      call: call === "close" ? "close" : `${call === "setLocalDescription" ? "local" : "remote"} ${type}`,
      before,
      outcome: observed.outcome,
      state: observed.signalingState,
      verdict,
      code: code ?? "",
    })),
  );
}

import { type Report, reportOn } from "../../report/report.ts";
import type { SessionOptions } from "../../session/options.ts";
import type { ProfileName } from "../../signaling/profile.ts";
import { readTrace } from "../../trace/read-trace.ts";
import { displayName, readInput } from "../input.ts";
import { exitStatus, type Terminal } from "../terminal.ts";
import { reportJson } from "./report-json.ts";
import { reportText } from "./report-text.ts";

/** The options of `replay`. */
export interface ReplayOptions {
  readonly json: boolean;
  readonly profile: ProfileName;
}

/** `replay FILE…`: judges dumps. Gives the exit status: that of the worst file. */
export async function replay(files: readonly string[], options: ReplayOptions, terminal: Terminal): Promise<number> {
  const statuses: number[] = [];
  for (const file of files) statuses.push(await replayFile(file, options, terminal));
  return Math.max(...statuses);
}

async function replayFile(file: string, { json, profile }: ReplayOptions, terminal: Terminal): Promise<number> {
  const report = await judgeFile(file, { profile });
  if (typeof report === "string") {
    terminal.complain(`${displayName(file)}: ${report}`);
    return exitStatus.unusable;
  }
  terminal.print(json ? `${reportJson(report)}\n` : reportText(report, terminal.style));
  const { illegalCalls, divergences } = report.summary;
  return illegalCalls + divergences > 0 ? exitStatus.found : exitStatus.nothing;
}

async function judgeFile(file: string, options: SessionOptions): Promise<Report | string> {
  const input = await readInput(file);
  if (!input.ok) return input.reason;
  const reading = readTrace(input.value);
  return reading.ok ? reportOn(file, reading.value, options) : reading.reason;
}

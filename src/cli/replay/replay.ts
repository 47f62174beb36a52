import type { ProfileName } from "../../signaling/profile.ts";
import { traceReader } from "../../trace/trace-reader.ts";
import { displayName, readPieces } from "../input.ts";
import { type ReadingLimits, replayLimits, stopText, traceLimitsOf } from "../reading-limits.ts";
import { exitStatus, printAll, type Terminal } from "../terminal.ts";
import { createJudging, type Report } from "./report.ts";
import { reportJson } from "./report-json.ts";
import { reportText } from "./report-text.ts";

/** The options of `replay`. Limits that are missing have their default. */
export interface ReplayOptions extends Partial<ReadingLimits> {
  readonly json: boolean;
  readonly profile: ProfileName;
}

/** `replay FILE…`: judges dumps. Gives the exit status: that of the worst file. */
export async function replay(files: readonly string[], options: ReplayOptions, terminal: Terminal): Promise<number> {
  let worst: number = exitStatus.nothing;
  for (const file of files) worst = Math.max(worst, await replayFile(file, options, terminal));
  return worst;
}

async function replayFile(file: string, options: ReplayOptions, terminal: Terminal): Promise<number> {
  const report = await judgeFile(file, options);
  if (typeof report === "string") {
    terminal.complain(`${displayName(file)}: ${report}`);
    return exitStatus.unusable;
  }
  await printAll(options.json ? reportJson(report) : reportText(report, terminal.style), terminal);
  if (report.incomplete !== null) {
    terminal.complain(`${displayName(file)}: ${report.incomplete}`);
    return exitStatus.unusable;
  }
  const { illegalCalls, divergences } = report.summary;
  return illegalCalls + divergences > 0 ? exitStatus.found : exitStatus.nothing;
}

/** Judges a file as it is read, up to the limits; a text is why it cannot be judged at all. */
async function judgeFile(file: string, { json: _, profile, ...given }: ReplayOptions): Promise<Report | string> {
  const limits = { ...replayLimits, ...given };
  const judging = createJudging({ profile });
  const reader = traceReader(judging, traceLimitsOf(limits));
  let stop: ReturnType<typeof reader.push> = null;
  const unread = await readPieces(file, limits.maxSize, (text) => {
    stop = reader.push(text);
    return stop === null;
  });
  if (unread === null) stop ??= reader.end();
  const reason = unread?.reason ?? (stop === null ? null : stopText(stop));
  const isOverLimit = unread?.isOverLimit ?? (stop !== null && stop.limit !== null);
  const { format } = reader;
  if (reason !== null && (!isOverLimit || format === null)) return reason;
  return judging.report(file, format ?? "rtcstats", reason);
}

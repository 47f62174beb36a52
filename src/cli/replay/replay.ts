import { createDetailedJudging, type DetailedReport, isDetailed } from "../../report/detailed-report.ts";
import { createJudging, type Report } from "../../report/report.ts";
import type { ProfileName } from "../../signaling/profile.ts";
import { traceReader } from "../../trace/trace-reader.ts";
import { displayName, readPieces } from "../input.ts";
import { type ReadingLimits, replayLimits, stopText, traceLimitsOf } from "../reading-limits.ts";
import { exitStatus, printAll, type Terminal } from "../terminal.ts";
import { reportJson } from "./report-json.ts";
import { writePage } from "./report-page.ts";
import { reportText } from "./report-text.ts";

/** The options of `replay`. Limits that are missing have their default. */
export interface ReplayOptions extends Partial<ReadingLimits> {
  readonly json: boolean;
  /** The file that the page is written to; left out: no page. */
  readonly html?: string | undefined;
  readonly profile: ProfileName;
}

/** `replay FILE…`: judges dumps. Gives the exit status: that of the worst file. */
export async function replay(files: readonly string[], options: ReplayOptions, terminal: Terminal): Promise<number> {
  let worst: number = exitStatus.nothing;
  const shown: DetailedReport[] = [];
  for (const file of files) worst = Math.max(worst, await replayFile(file, options, terminal, shown));
  if (options.html === undefined) return worst;
  return Math.max(worst, await writePage(options.html, shown, terminal));
}

async function replayFile(
  file: string,
  options: ReplayOptions,
  terminal: Terminal,
  shown: DetailedReport[],
): Promise<number> {
  const report = await judgeFile(file, options);
  if (typeof report === "string") {
    terminal.complain(`${displayName(file)}: ${report}`);
    return exitStatus.unusable;
  }
  if (isDetailed(report)) shown.push(report);
  await printAll(options.json ? reportJson(report) : reportText(report, terminal.style), terminal);
  if (report.incomplete !== null) {
    terminal.complain(`${displayName(file)}: ${report.incomplete}`);
    return exitStatus.unusable;
  }
  const { illegalCalls, divergences } = report.summary;
  return illegalCalls + divergences > 0 ? exitStatus.found : exitStatus.nothing;
}

/** Judges a file as it is read, up to the limits; a text is why it cannot be judged at all. */
async function judgeFile(file: string, { json: _, html, profile, ...given }: ReplayOptions): Promise<Report | string> {
  const limits = { ...replayLimits, ...given };
  // Only a page shows SDP.
  const judging = html === undefined ? createJudging({ profile }) : createDetailedJudging({ profile });
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

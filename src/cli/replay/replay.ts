import { type DetailedReport, withDetails } from "../../report/detailed-report.ts";
import { reportOn } from "../../report/report.ts";
import type { ProfileName } from "../../signaling/profile.ts";
import { readTrace } from "../../trace/read-trace.ts";
import type { TraceReading } from "../../trace/trace.ts";
import { displayName, readInput } from "../input.ts";
import { exitStatus, type Terminal } from "../terminal.ts";
import { reportJson } from "./report-json.ts";
import { writePage } from "./report-page.ts";
import { reportText } from "./report-text.ts";

/** The options of `replay`. */
export interface ReplayOptions {
  readonly json: boolean;
  /** The file that the page is written to; left out: no page. */
  readonly html?: string | undefined;
  readonly profile: ProfileName;
}

/** `replay FILE…`: judges dumps. Gives the exit status: that of the worst file. */
export async function replay(files: readonly string[], options: ReplayOptions, terminal: Terminal): Promise<number> {
  const statuses: number[] = [];
  const reports: DetailedReport[] = [];
  for (const file of files) statuses.push(await replayFile(file, options, terminal, reports));
  if (options.html !== undefined) statuses.push(await writePage(options.html, reports, terminal));
  return Math.max(...statuses);
}

async function replayFile(
  file: string,
  { json, html, profile }: ReplayOptions,
  terminal: Terminal,
  reports: DetailedReport[],
): Promise<number> {
  const trace = await traceIn(file);
  if (!trace.ok) {
    terminal.complain(`${displayName(file)}: ${trace.reason}`);
    return exitStatus.unusable;
  }
  const report = reportOn(file, trace.value, { profile });
  // Only a page shows SDP.
  if (html !== undefined) reports.push(withDetails(report, trace.value));
  terminal.print(json ? `${reportJson(report)}\n` : reportText(report, terminal.style));
  const { illegalCalls, divergences } = report.summary;
  return illegalCalls + divergences > 0 ? exitStatus.found : exitStatus.nothing;
}

async function traceIn(file: string): Promise<TraceReading> {
  const input = await readInput(file);
  return input.ok ? readTrace(input.value) : input;
}

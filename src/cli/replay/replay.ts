import { type DetailedReport, isDetailed } from "../../report/detailed-report.ts";
import type { Report } from "../../report/report.ts";
import type { Result } from "../../result.ts";
import { displayName, readTexts, reasonOf } from "../input.ts";
import { type DumpFile, dumpFiles, listedNames } from "../reading/dump-files.ts";
import { replayLimits } from "../reading-limits.ts";
import { exitStatus, printAll, type Terminal } from "../terminal.ts";
import { fileJudge } from "./judged-file.ts";
import { printerFor } from "./printer.ts";
import { judgedBy, type ReplayOptions } from "./replay-options.ts";
import { writePage } from "./report-page.ts";
import { selectedConnections } from "./selected-connections.ts";
import { createTotal, hasProblems, type Total } from "./total.ts";

/**
 * `replay FILE…`: judges dumps, the files of folders and of zip archives. Gives the exit status: that of the worst
 * file.
 */
export async function replay(files: readonly string[], options: ReplayOptions, terminal: Terminal): Promise<number> {
  const judge = await judgedBy(options);
  if (!judge.ok) return complained(judge.reason, terminal);
  const limits = { ...replayLimits, ...limitsIn(options) };
  const pieces = printerFor(options, terminal);
  const total = createTotal();
  const shown: DetailedReport[] = [];

  async function end(dump: DumpFile, name: string, judged: Result<Report>): Promise<void> {
    const report = judged.ok ? selectedConnections(judged.value, options.connection ?? []) : judged;
    total.add(dump, report);
    if (report.ok && isDetailed(report.value)) shown.push(report.value);
    await printAll(pieces.file(name, report, dump.folder === null), terminal);
    const reason = report.ok ? report.value.incomplete : report.reason;
    if (reason !== null && (report.ok || dump.folder === null)) terminal.complain(`${displayName(name)}: ${reason}`);
  }

  try {
    for await (const dump of dumpFiles(namesOf(files, options))) {
      await readTexts(dump.file, limits.maxSize, (entry) => {
        const name = entry === null ? dump.file : `${dump.file}/${entry}`;
        const { take, report } = fileJudge(name, judge.value, limits, { withSdp: options.html !== undefined });
        return { take, end: (stop) => end(dump, name, report(stop)) };
      });
    }
  } catch (error) {
    if (!(error instanceof UnreadableNames)) throw error;
    return complained(error.message, terminal);
  }
  await printAll(pieces.end(total), terminal);
  for (const complaint of total.complaints()) terminal.complain(complaint);
  return Math.max(statusOf(total), await writtenPage(options, shown, terminal));
}

class UnreadableNames extends Error {}

async function* namesOf(files: readonly string[], { filesFrom }: ReplayOptions): AsyncGenerator<string> {
  yield* files;
  if (filesFrom === undefined) return;
  try {
    yield* listedNames(filesFrom);
  } catch (error) {
    throw new UnreadableNames(`${displayName(filesFrom)}: ${reasonOf(error)}`);
  }
}

function limitsIn(options: ReplayOptions): Partial<typeof replayLimits> {
  const given = Object.keys(replayLimits).filter((name) => options[name as keyof typeof replayLimits] !== undefined);
  return Object.fromEntries(given.map((name) => [name, options[name as keyof typeof replayLimits]]));
}

function complained(reason: string, terminal: Terminal): number {
  terminal.complain(reason);
  return exitStatus.unusable;
}

function statusOf({ unusable, incomplete, summary, complaints }: Total): number {
  if (unusable + incomplete + complaints().length > 0) return exitStatus.unusable;
  return hasProblems(summary) ? exitStatus.found : exitStatus.nothing;
}

async function writtenPage({ html }: ReplayOptions, shown: readonly DetailedReport[], terminal: Terminal) {
  return html === undefined ? exitStatus.nothing : writePage(html, shown, terminal);
}

import { failure, type Result, success } from "../../result.ts";
import type { NegotiationReport } from "../../testing/explore/explore-negotiation.ts";
import { type ExploreOptions, exploreSettings } from "../../testing/explore/explore-options.ts";
import type { Shard } from "./explore-flags.ts";
import { mergedReport } from "./merged-report.ts";

/** What `explore --json` prints. */
export interface PrintedReport extends NegotiationReport {
  readonly version: 1;
  readonly file: string;
  readonly ms: number;
  /** The part of the random schedules that was tried; null where all were. */
  readonly shard: Shard | null;
  /** What was explored, apart from the part. */
  readonly explored: ExploredText;
}

/** Explorations are the same where all of this is the same. */
export type ExploredText = Readonly<Record<string, unknown>>;

/** What an exploration is about, as JSON has it. */
export function exploredText(options: ExploreOptions): ExploredText {
  const { actions, seed, faults, candidates, except, states, steps, virtualTime, texts } = exploreSettings(options);
  const names = (side: "a" | "b") => actions[side].map(({ name }) => name);
  const bounds = { states, steps, virtualTime };
  return {
    actions: { a: names("a"), b: names("b") },
    ...{ seed, faults, candidates, except: [...except], ...bounds, ...texts },
  };
}

/** A printed report with the name of its file. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** One report of those that the shards of one exploration have printed, or why they do not make one. */
export function mergedShards(texts: readonly NamedText[]): Result<PrintedReport> {
  const reports: ShardReport[] = [];
  for (const { name, text } of texts) {
    const report = shardReport(text);
    if (!report.ok) return failure(`${name}: ${report.reason}`);
    reports.push(report.value);
  }
  const [first] = reports;
  if (first === undefined) return failure("no report to merge");
  for (const [index, report] of reports.entries()) {
    const why = difference(report, first);
    if (why !== null) return failure(`${texts[index]?.name} is of another exploration than ${texts[0]?.name}: ${why}`);
  }
  const { of } = first.shard;
  const byPart = Array.from({ length: of }, (_, index) => reports.filter(({ shard }) => shard.part === index + 1));
  const twice = byPart.findIndex((parts) => parts.length > 1);
  if (twice >= 0) return failure(`the shard ${twice + 1}/${of} is there ${byPart[twice]?.length} times`);
  const missing = byPart.flatMap((parts, index) => (parts.length === 0 ? [`${index + 1}/${of}`] : []));
  if (missing.length > 0)
    return failure(`the shards ${missing.join(", ")} are missing: merge the reports of all ${of}`);
  return success(merged(byPart.flat()));
}

type ShardReport = PrintedReport & { readonly shard: Shard };

function shardReport(text: string): Result<ShardReport> {
  const report = readJson(text) as Partial<PrintedReport> | null;
  const isReport = typeof report === "object" && report !== null && "verdict" in report && "reached" in report;
  if (!isReport || report.version !== 1) return failure("not a report that explore --json has printed");
  if (report.shard == null) return failure("a report of a whole exploration, not of a shard: nothing is to be merged");
  return success(report as ShardReport);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** How two reports differ that are not of the same exploration; null where they are. */
function difference(report: ShardReport, first: ShardReport): string | null {
  const { of } = report.shard;
  if (of !== first.shard.of) return `it has ${of} shards, and not ${first.shard.of}`;
  if (report.file !== first.file) return `its file is ${report.file}, and not ${first.file}`;
  for (const name of Object.keys(first.explored)) {
    const [mine, theirs] = [report, first].map(({ explored }) => JSON.stringify(explored[name]));
    if (mine !== theirs) return `${name} differ: ${mine}, and not ${theirs}`;
  }
  return null;
}

// Each has searched the states: the one that came farthest counts.
function merged(reports: readonly PrintedReport[]): PrintedReport {
  const [farthest] = [...reports].sort(
    (one, other) => Number(other.exhaustive) - Number(one.exhaustive) || other.states - one.states,
  );
  const most = farthest as PrintedReport;
  const { verdict, runs, schedules, reached, violation } = mergedReport(reports[0] as PrintedReport, reports.slice(1));
  const ms = Math.max(...reports.map((report) => report.ms));
  return { ...most, verdict, runs, schedules, reached, violation, ms, shard: null };
}

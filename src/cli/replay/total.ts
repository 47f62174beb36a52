import type { ReplaySummary } from "../../report/report.ts";
import type { Result } from "../../result.ts";
import { displayName } from "../input.ts";
import type { DumpFile } from "../reading/dump-files.ts";
import type { SelectedReport } from "./selected-connections.ts";

/** What came of all files together. */
export interface Total {
  add(dump: DumpFile, report: Result<SelectedReport>): void;
  readonly dumps: number;
  /** How many dumps had an illegal call or a divergence. */
  readonly withProblems: number;
  readonly unusable: number;
  /** Files in folders that are no dumps. */
  readonly passedOver: number;
  /** Dumps that were not judged to their end. */
  readonly incomplete: number;
  readonly summary: ReplaySummary;
  /** A line for each folder that has no dump. */
  complaints(): readonly string[];
}

/** Nothing yet. */
export function createTotal(): Total {
  const dumpsIn = new Map<string, number>();
  let [dumps, withProblems, unusable, passedOver, incomplete] = [0, 0, 0, 0, 0];
  let summary: ReplaySummary = noCounts;
  return {
    add({ folder }, report) {
      if (folder !== null) dumpsIn.set(folder, (dumpsIn.get(folder) ?? 0) + (report.ok ? 1 : 0));
      if (report.ok) {
        dumps++;
        if (hasProblems(report.value.summary)) withProblems++;
        if (report.value.incomplete !== null) incomplete++;
        summary = added(summary, report.value.summary);
      } else if (folder === null) unusable++;
      else passedOver++;
    },
    get dumps() {
      return dumps;
    },
    get withProblems() {
      return withProblems;
    },
    get unusable() {
      return unusable;
    },
    get passedOver() {
      return passedOver;
    },
    get incomplete() {
      return incomplete;
    },
    get summary() {
      return summary;
    },
    complaints: () =>
      [...dumpsIn].filter(([, count]) => count === 0).map(([folder]) => `${displayName(folder)}: no dump is in it`),
  };
}

const noCounts: ReplaySummary = {
  connections: 0,
  calls: 0,
  illegalCalls: 0,
  divergences: 0,
  unjudged: 0,
  unsettled: 0,
};

/** Does a summary count an illegal call or a divergence? */
export function hasProblems({ illegalCalls, divergences }: ReplaySummary): boolean {
  return illegalCalls + divergences > 0;
}

function added(one: ReplaySummary, other: ReplaySummary): ReplaySummary {
  const knownDeviations = (one.knownDeviations ?? 0) + (other.knownDeviations ?? 0);
  return {
    connections: one.connections + other.connections,
    calls: one.calls + other.calls,
    illegalCalls: one.illegalCalls + other.illegalCalls,
    divergences: one.divergences + other.divergences,
    unjudged: one.unjudged + other.unjudged,
    unsettled: one.unsettled + other.unsettled,
    ...(knownDeviations > 0 ? { knownDeviations } : {}),
  };
}

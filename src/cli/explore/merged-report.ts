import type { NegotiationReport } from "../../testing/explore/explore-negotiation.ts";

/** One report of several: the figures are added up, and the first violation stands. */
export function mergedReport(first: NegotiationReport, others: readonly NegotiationReport[]): NegotiationReport {
  const all = [first, ...others];
  const sum = (name: "runs" | "schedules") => all.reduce((total, report) => total + report[name], 0);
  const violation = all.find((report) => report.violation !== null)?.violation ?? null;
  const sights = Object.keys(first.reached);
  return {
    ...first,
    verdict: violation === null ? "no-violation" : "violation",
    runs: sum("runs"),
    schedules: sum("schedules"),
    reached: Object.fromEntries(sights.map((sight) => [sight, all.some(({ reached }) => reached[sight])])),
    violation,
  };
}

import type { JudgedConnection } from "../../report/judging-connection.ts";
import { type Report, summarise } from "../../report/report.ts";
import { failure, type Result, success } from "../../result.ts";

/** A report, and which of its connections are printed. The summary counts only those. */
export interface SelectedReport extends Report {
  /** The indices of these connections. */
  readonly selected: readonly number[];
}

const mostNamed = 10;

/** Selects the connections of these ids; without ids, all. The reason says which there are. */
export function selectedConnections(report: Report, ids: readonly string[]): Result<SelectedReport> {
  const { connections } = report;
  const all = [...connections.keys()];
  if (ids.length === 0) return success({ ...report, selected: all });
  const selected = all.filter((index) => ids.includes(connections[index]?.id ?? ""));
  const chosen = selected.map((index) => connections[index] as JudgedConnection);
  if (chosen.length > 0) return success({ ...report, selected, summary: summarise(chosen) });
  const names = connections.slice(0, mostNamed).map(({ id }) => id);
  const more = connections.length > mostNamed ? ", …" : "";
  return failure(`no connection ${ids.join(" or ")}; the dump has ${names.join(", ") || "none"}${more}`);
}

import { isProblem } from "../../../report/verdict-words.ts";
import { type TimelineRow, timeOfRow } from "./step-rows.ts";

/** Did something go wrong there? */
export function isProblemRow(row: TimelineRow): boolean {
  return row.kind === "failure" || isProblem(row.step);
}

/** Whether each row is a problem or its context: the row before it, and the one that it comes from. */
export function problemsAndContext(rows: readonly TimelineRow[]): readonly boolean[] {
  const times = new Set<number>();
  for (const row of rows) {
    if (row.kind === "step" && isProblemRow(row) && row.step.cause !== null && row.step.cause.time !== null)
      times.add(row.step.cause.time);
  }
  return rows.map((row, at) => {
    const next = rows[at + 1];
    return isProblemRow(row) || (next !== undefined && isProblemRow(next)) || times.has(timeOfRow(row));
  });
}

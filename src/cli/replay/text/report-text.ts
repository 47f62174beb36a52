import { dateText } from "../../../report/date-text.ts";
import type { JudgedConnection } from "../../../report/judging-connection.ts";
import { isProblem } from "../../../report/verdict-words.ts";
import { counted, printable } from "../../../report/words.ts";
import { displayName } from "../../input.ts";
import type { Terminal } from "../../terminal.ts";
import { endsOfPairs, type OtherEnd } from "../other-ends.ts";
import type { SelectedReport } from "../selected-connections.ts";
import { hasProblems } from "../total.ts";
import { isProblemRow, problemsAndContext } from "./shown-rows.ts";
import { leftOutLine, rowLines, rowSettings, type TimelineRow, timeOfRow } from "./step-rows.ts";
import { countsIn, summaryText } from "./summary-text.ts";
import { legendOf } from "./verdict-words.ts";
import { wrapped } from "./wrapped.ts";

/** How a report is printed. */
export interface TextSettings {
  readonly terminal: Terminal;
  /** Only what went wrong, and its context? */
  readonly problems: boolean;
}

/** A report as a timeline for people, in pieces of whole lines. */
export function* reportText(report: SelectedReport, { terminal, problems }: TextSettings): Generator<string> {
  const { connections, selected, pairs, start, summary } = report;
  const { columns, style } = terminal;
  if (problems && !hasProblemRows(report)) {
    const counts = countsIn(summary).join(", ");
    yield* styledLines(wrapped(`${displayName(report.file)}: ${counts}`, { columns, indent: 0, hanging: 2 }), String);
    return;
  }
  const onOnePage = connections.every(({ url }) => url === connections[0]?.url);
  yield* headerLines(report, onOnePage, terminal);
  const endsOf = endsOfPairs(pairs, connections);
  for (const place of selected) {
    const connection = connections[place] as JudgedConnection;
    const rows = rowsOf(connection, (step) => endsOf(place, step));
    if (!problems || rows.some(isProblemRow))
      yield* connectionPieces(connection, rows, start, { terminal, problems, onOnePage });
  }
  yield `\n${summaryText(summary, terminal)}`;
  if (!hasProblems(summary)) return;
  const steps = selected.flatMap((place) => connections[place]?.steps ?? []);
  for (const text of legendOf(steps)) yield* styledLines(wrapped(text, { columns, indent: 0, hanging: 2 }), style.dim);
}

function hasProblemRows({ connections, selected }: SelectedReport): boolean {
  return selected.some((place) => {
    const { steps = [], unlogged = [] } = connections[place] ?? {};
    return unlogged.length > 0 || steps.some(isProblem);
  });
}

function* headerLines(report: SelectedReport, onOnePage: boolean, { columns, style }: Terminal): Generator<string> {
  const { file, format, connections, start, userAgent } = report;
  const url = onOnePage ? (connections[0]?.url ?? null) : null;
  const title = `${displayName(file)}: ${format} dump, ${counted(connections.length, "peer connection")}`;
  yield* styledLines(wrapped(title, { columns, indent: 0, hanging: 2 }), style.bold);
  const about: string[] = [];
  const date = dateText(start);
  if (date !== null) about.push(`begins ${date}`);
  if (url !== null) about.push(printable(url));
  if (userAgent !== null) about.push(printable(userAgent));
  for (const text of about) yield* styledLines(wrapped(text, { columns, indent: 2, hanging: 4 }), style.dim);
}

function rowsOf(
  { steps, unlogged }: JudgedConnection,
  endsOf: (step: number) => readonly OtherEnd[],
): readonly TimelineRow[] {
  const rows: TimelineRow[] = [
    ...steps.map((step, place): TimelineRow => ({ kind: "step", step, ends: endsOf(place) })),
    ...unlogged.map((failure): TimelineRow => ({ kind: "failure", failure })),
  ];
  return rows.sort((one, other) => timeOfRow(one) - timeOfRow(other));
}

function* connectionPieces(
  { id, url }: JudgedConnection,
  rows: readonly TimelineRow[],
  start: number,
  { terminal, problems, onOnePage }: TextSettings & { readonly onOnePage: boolean },
): Generator<string> {
  const { columns, style } = terminal;
  yield "\n";
  yield* styledLines(wrapped(`Connection ${printable(id)}`, { columns, indent: 0, hanging: 2 }), style.bold);
  if (url !== null && !onOnePage)
    yield* styledLines(wrapped(printable(url), { columns, indent: 2, hanging: 4 }), style.dim);
  if (rows.length === 0) yield `${style.dim("  no descriptions were set")}\n`;
  const settings = rowSettings(rows, start, terminal);
  const isShown = problems ? problemsAndContext(rows) : null;
  let above = "";
  let leftOut = 0;
  for (const [at, row] of rows.entries()) {
    if (isShown === null || isShown[at] === true) {
      if (leftOut > 0) yield `${leftOutLine(leftOut, settings)}\n`;
      yield `${rowLines(row, leftOut > 0 ? "" : above, settings).join("\n")}\n`;
      leftOut = 0;
    } else leftOut++;
    if (row.kind === "step") above = row.step.observed.signalingState;
  }
  if (leftOut > 0) yield `${leftOutLine(leftOut, settings)}\n`;
}

function* styledLines(lines: readonly string[], style: (text: string) => string): Generator<string> {
  for (const line of lines) yield `${style(line)}\n`;
}

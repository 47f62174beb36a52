import type { Step } from "../../../oracle/verdict/step.ts";
import { callText, counted, printable } from "../../../report/words.ts";
import type { UnloggedFailure } from "../../../trace/trace.ts";
import type { Terminal } from "../../terminal.ts";
import type { OtherEnd } from "../other-ends.ts";
import { shownVerdict } from "./verdict-words.ts";
import { wrapped, wrappedParts } from "./wrapped.ts";

/** A step of a connection, or a failure whose call is not logged; in the order of time. */
export type TimelineRow =
  | { readonly kind: "step"; readonly step: Step; readonly ends: readonly OtherEnd[] }
  | { readonly kind: "failure"; readonly failure: UnloggedFailure };

/** What the rows of a connection have in common. */
export interface RowSettings {
  readonly terminal: Terminal;
  /** When the dump begins. */
  readonly start: number;
  readonly timeWidth: number;
  /** Is the state before a call shown too, where the row above shows it? */
  readonly withBefore: boolean;
}

// The words of few rows are longer, and move the rest of their row.
const verdictWidth = "ILLEGAL CALL".length;
const failureWord = "failure";
const callWidth = "setRemoteDescription(answer)".length;
const gap = "  ";
const detailIndent = 4;
const hangingIndent = 6;

/** When a row happened. */
export function timeOfRow(row: TimelineRow): number {
  return row.kind === "step" ? row.step.time : row.failure.time;
}

/** How the rows of a connection are laid out: each with both states, where all of them have room for that. */
export function rowSettings(rows: readonly TimelineRow[], start: number, terminal: Terminal): RowSettings {
  const timeWidth = rows.reduce((width, row) => Math.max(width, since(timeOfRow(row), start).length), 0);
  const settings = { terminal, start, timeWidth };
  const fits = (row: TimelineRow) =>
    row.kind === "failure" ||
    shownVerdict(row.step).words.length > verdictWidth ||
    partsOf(row.step, true, settings).join(gap).length <= terminal.columns;
  return { ...settings, withBefore: rows.every(fits) };
}

/** The lines of a row, which begins with its verdict. `above` is the state in which the row above ended. */
export function rowLines(row: TimelineRow, above: string, settings: RowSettings): readonly string[] {
  const { terminal, start, withBefore } = settings;
  const { columns, style } = terminal;
  if (row.kind === "failure") {
    const { call, message, time } = row.failure;
    const parts = [failureWord.padEnd(verdictWidth), timeText(time, settings), `${call}(?)`];
    const [line = "", ...rest] = wrappedParts(parts, gap, { columns, indent: 0, hanging: hangingIndent });
    return [
      `${style.dim(failureWord)}${line.slice(failureWord.length)}`,
      ...rest,
      ...details(["the dump holds only its failure"], terminal).map(style.dim),
      ...details([implementationWords(message)], terminal),
    ];
  }
  const { step, ends } = row;
  const parts = partsOf(step, withBefore || step.before !== above, settings);
  const [first = "", ...others] = wrappedParts(parts, gap, { columns, indent: 0, hanging: hangingIndent });
  const { words, colour } = shownVerdict(step);
  return [
    `${style[colour](words)}${first.slice(words.length)}`,
    ...others,
    ...details(otherEndTexts(step, ends, start), terminal).map(style.dim),
    ...details(explanation(step, start), terminal),
  ];
}

function partsOf(
  step: Step,
  withBefore: boolean,
  settings: Pick<RowSettings, "start" | "timeWidth">,
): readonly string[] {
  const verdict = shownVerdict(step).words.padEnd(verdictWidth);
  return [verdict, timeText(step.time, settings), callText(step).padEnd(callWidth), ...statesOf(step, withBefore)];
}

// Where there is no room for both states in the line, it is broken between them.
function statesOf({ before, observed }: Step, withBefore: boolean): readonly string[] {
  if (observed.outcome === "unsettled") return [`in ${before}`];
  if (before === observed.signalingState) return [`stays ${before}`];
  return [`${withBefore ? `${before} ` : ""}→ ${observed.signalingState}`];
}

function otherEndTexts({ call }: Step, ends: readonly OtherEnd[], start: number): readonly string[] {
  const arrow = call === "setLocalDescription" ? "→" : "←";
  return ends.map(({ connection, step }) => `${arrow} ${printable(connection)}, ${since(step.time, start)}`);
}

function explanation(step: Step, start: number): readonly string[] {
  const { why, observed, cause, reference, waited, differences } = step;
  const lines: string[] = [];
  if (waited >= 1) lines.push(`waited ${Math.round(waited)} ms for the call before it`);
  if (observed.outcome === "unsettled") lines.push(unsettledNote(step));
  if (why !== null) lines.push(why);
  if (observed.message !== null) lines.push(implementationWords(observed.message));
  if (cause !== null) {
    const when = cause.time === null ? "" : `, at ${since(cause.time, start)}`;
    lines.push(`likely cause: ${cause.what}${when}`);
  }
  for (const { code, knownDeviation } of differences) {
    if (knownDeviation !== null) lines.push(`${code} is known: ${knownDeviation}`);
  }
  if (reference !== null) lines.push(`see ${reference.spec} ${reference.section}: ${reference.url}`);
  return lines;
}

function unsettledNote({ verdict }: Step): string {
  return verdict === "conforms" ? "overtaken by close(), never settled" : "never settled";
}

const longestMessage = 300;

function implementationWords(message: string): string {
  const shown = message.length > longestMessage ? `${message.slice(0, longestMessage)}…` : message;
  return `the implementation: ${shown}`;
}

function details(texts: readonly string[], { columns }: Terminal): readonly string[] {
  return texts.flatMap((text) => wrapped(printable(text), { columns, indent: detailIndent, hanging: hangingIndent }));
}

/** A line in place of rows that are not shown. */
export function leftOutLine(count: number, { terminal }: RowSettings): string {
  return terminal.style.dim(`${" ".repeat(detailIndent)}… ${counted(count, "call")} without a problem`);
}

function timeText(time: number, { start, timeWidth }: Pick<RowSettings, "start" | "timeWidth">): string {
  return since(time, start).padStart(timeWidth);
}

// Time since the start of the dump: it is given in ms and shown in seconds.
function since(time: number, start: number): string {
  return `+${((time - start) / 1000).toFixed(3)} s`;
}

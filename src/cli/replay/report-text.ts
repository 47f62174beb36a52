import type { Step } from "../../oracle/verdict/step.ts";
import type { JudgedConnection } from "../../report/judging-connection.ts";
import type { ReplaySummary, Report } from "../../report/report.ts";
import { counted, printable } from "../../report/words.ts";
import type { UnloggedFailure } from "../../trace/trace.ts";
import { displayName } from "../input.ts";
import type { Style } from "../style.ts";

/** A report as a timeline for people, in pieces of whole lines. */
export function* reportText(report: Report, style: Style): Generator<string> {
  const { file, format, connections, summary } = report;
  yield `${style.bold(`${displayName(file)}: ${format} dump, ${counted(connections.length, "peer connection")}`)}\n`;
  for (const connection of connections) yield* connectionPieces(connection, report.start, style);
  yield `\n${summaryLine(summary, style)}\n`;
  if (summary.illegalCalls + summary.divergences > 0) yield `${style.dim(legend)}\n`;
}

function* connectionPieces({ id, steps, unlogged }: JudgedConnection, start: number, style: Style): Generator<string> {
  yield `\n${style.bold(`Connection ${printable(id)}`)}\n`;
  const rows = [...steps, ...unlogged].sort((one, other) => one.time - other.time);
  if (rows.length === 0) yield `${style.dim("  no descriptions were set")}\n`;
  for (const row of rows) {
    const lines = "verdict" in row ? stepLines(row, start, style) : failureLines(row, start, style);
    yield `${lines.join("\n")}\n`;
  }
}

function failureLines({ time, call, message }: UnloggedFailure, start: number, style: Style): string[] {
  const place = row(since(time, start), `${call}(?)`, "", style.dim("the dump holds only its failure"));
  return [place, detail(theImplementation(message))];
}

function stepLines(step: Step, start: number, style: Style): string[] {
  const { call, type, observed, waited } = step;
  const name = call === "close" ? "close()" : `${call}(${type ?? ""})`;
  const waiting = waited >= 1 ? [`waited ${Math.round(waited)} ms for the call before it`] : [];
  const notes = [...waiting, ...(observed.outcome === "unsettled" ? [unsettledNote(step)] : [])];
  return [
    row(since(step.time, start), name, statesOf(step), verdict(step, style), ...notes),
    ...explanation(step, start),
  ];
}

function row(time: string, call: string, states: string, ...rest: readonly string[]): string {
  return [time, call.padEnd(30), states.padEnd(42), ...rest].join("  ").trimEnd();
}

function statesOf({ before, observed }: Step): string {
  if (observed.outcome === "unsettled") return `in ${before}`;
  return before === observed.signalingState ? `stays ${before}` : `${before} → ${observed.signalingState}`;
}

function unsettledNote({ verdict }: Step): string {
  return verdict === "conforms" ? "overtaken by close(), never settled" : "never settled";
}

function explanation({ why, observed, cause, reference }: Step, start: number): string[] {
  const lines: string[] = [];
  if (why !== null) lines.push(why);
  if (observed.message !== null) lines.push(theImplementation(observed.message));
  if (cause !== null) {
    const when = cause.time === null ? "" : `, at ${since(cause.time, start).trim()}`;
    lines.push(`likely cause: ${cause.what}${when}`);
  }
  if (reference !== null) lines.push(`see ${reference.spec} ${reference.section}: ${reference.url}`);
  return lines.map(detail);
}

const longestMessage = 300;

function theImplementation(message: string): string {
  const shown = message.length > longestMessage ? `${message.slice(0, longestMessage)}…` : message;
  return `the implementation: ${shown}`;
}

function detail(text: string): string {
  return `${" ".repeat(14)}${printable(text)}`;
}

function verdict({ verdict }: Step, style: Style): string {
  switch (verdict) {
    case "conforms":
      return style.green("ok");
    case "illegal-call":
      return style.red("ILLEGAL CALL");
    case "divergence":
      return style.yellow("DIVERGENCE");
    case "known-deviation":
      return style.dim("known deviation");
    case "unjudged":
      return style.dim("not judged");
  }
}

// Time since the start of the dump: it is given in ms and shown in seconds.
function since(time: number, start: number): string {
  return `+${((time - start) / 1000).toFixed(3)} s`.padStart(12);
}

const legend =
  "ILLEGAL CALL: the application asked for something that the rules forbid. DIVERGENCE: the implementation broke the rules.";

function summaryLine({ calls, illegalCalls, divergences, unjudged, unsettled }: ReplaySummary, style: Style): string {
  const parts = [
    counted(calls, "call"),
    counted(illegalCalls, "illegal call"),
    counted(divergences, "divergence"),
    `${unjudged} not judged`,
    `${unsettled} never settled`,
  ];
  return illegalCalls + divergences > 0 ? style.bold(parts.join(", ")) : parts.join(", ");
}

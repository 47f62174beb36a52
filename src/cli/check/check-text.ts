import { counted, printable } from "../../report/words.ts";
import type { Finding } from "../../sdp/finding.ts";
import type { Severity } from "../../sdp/rule-entry.ts";
import { displayName } from "../input.ts";
import type { Style } from "../style.ts";
import type { CheckedFile } from "./checked-file.ts";
import { sourceLine } from "./source-line.ts";
import { countsOf } from "./summary.ts";

const colours = { error: "red", warning: "yellow", note: "dim" } as const satisfies Record<Severity, keyof Style>;

/** A checked description for people, in pieces of whole lines: each finding with its line, its section and its rule. */
export function* checkText({ file, text, type, side, findings }: CheckedFile, style: Style): Generator<string> {
  const counts = Object.entries(countsOf(findings)).map(([plural, count]) => counted(count, plural.slice(0, -1)));
  const kind = type === null ? "description of any type" : type;
  const lineOf = sourceLines(text);
  for (const finding of findings) yield `${findingLines(finding, lineOf, style).join("\n")}\n\n`;
  yield `${style.bold(`${displayName(file)}: as a ${side} ${kind}, ${counts.join(", ")}`)}\n`;
}

function findingLines(finding: Finding, lineOf: (number: number) => string, style: Style): string[] {
  const { severity, error, rule, message, sdpLineNumber, sdpColumn, reference } = finding;
  const label = style[colours[severity]](`${severity} ${rule}`);
  const name = error === null ? "" : ` (${error})`;
  return [
    `${label}${name}${placeOf(finding)}: ${printable(message)}`,
    ...(sdpLineNumber === null ? [] : sourceLine(lineOf(sdpLineNumber), sdpLineNumber, sdpColumn, style)),
    `  see ${reference.spec} ${reference.section}: ${reference.url}`,
  ];
}

/** A function that gives a line by its number, 1-based. Numbers that rise are found in one pass over the text. */
function sourceLines(text: string): (number: number) => string {
  let number = 1;
  let start = 0;
  return (wanted) => {
    if (wanted < number) [number, start] = [1, 0];
    for (; number < wanted; number++) {
      const end = text.indexOf("\n", start);
      if (end === -1) return "";
      start = end + 1;
    }
    const end = text.indexOf("\n", start);
    return text.slice(start, end === -1 ? text.length : end).replace(/\r$/, "");
  };
}

function placeOf({ sdpLineNumber, sdpColumn, mLineIndex, mid }: Finding): string {
  const column = sdpColumn === null ? "" : `, column ${sdpColumn}`;
  const line = sdpLineNumber === null ? "" : `, line ${sdpLineNumber}${column}`;
  if (mLineIndex === null) return line;
  return `${line}, m= section ${mLineIndex}${mid === null ? "" : ` (mid ${shortened(mid)})`}`;
}

const shownMid = 40;

function shortened(mid: string): string {
  return printable(mid.length > shownMid ? `${mid.slice(0, shownMid)}…` : mid);
}

import { counted, printable } from "../../../report/words.ts";
import type { Finding } from "../../../sdp/finding.ts";
import type { Severity } from "../../../sdp/rule-entry.ts";
import { displayName } from "../../input.ts";
import type { Style } from "../../style.ts";
import type { CheckedFile } from "../checked-file.ts";
import type { ReadContext } from "../file-context.ts";
import { lineFinder } from "../line-finder.ts";
import { sourceLine } from "../source-line.ts";
import { type CheckTotal, countsOf, countsText } from "../summary.ts";
import type { Format } from "./format.ts";

const severityColours = { error: "red", warning: "yellow", note: "dim" } as const satisfies Record<
  Severity,
  keyof Style
>;

/**
 * For people: each finding at its place, with its line, its section and its rule; then a line for the file, and for all
 * files where there are several. With `quiet`, a file without an error is not mentioned.
 */
export function textFormat({ quiet }: Pick<ReadContext, "quiet">, style: Style): Format {
  let isFirst = true;
  return {
    begin: () => [],
    *file(checked) {
      if (quiet && checked.findings.length === 0) return;
      if (!isFirst && checked.findings.length > 0) yield "\n";
      isFirst = false;
      yield* fileLines(checked, style);
    },
    end: ({ files, counts, unreadable }) => {
      if (files + unreadable.length < 2 || (quiet && counts.errors === 0)) return [];
      return [`\n${style.bold(checkedText({ files, counts, unreadable }))}\n`];
    },
  };
}

function* fileLines({ file, text, type, side, findings }: CheckedFile, style: Style): Generator<string> {
  const name = displayName(file);
  const kind = type === null ? "description of any type" : type;
  const lineOf = lineFinder(text);
  for (const finding of findings) yield `${findingLines(name, finding, lineOf, style).join("\n")}\n\n`;
  yield `${style.bold(`${name}: as a ${side} ${kind}, ${countsText(countsOf(findings))}`)}\n`;
}

function findingLines(file: string, finding: Finding, lineOf: (number: number) => string, style: Style): string[] {
  const { severity, error, rule, message, sdpLineNumber, sdpColumn, reference } = finding;
  const label = style[severityColours[severity]](`${severity} ${rule}`);
  const name = error === null ? "" : ` (${error})`;
  return [
    `${file}${placeOf(finding)}: ${label}${name}${sectionText(finding)}: ${printable(message)}`,
    ...(sdpLineNumber === null ? [] : sourceLine(lineOf(sdpLineNumber), sdpLineNumber, sdpColumn, style)),
    `  see ${reference.spec} ${reference.section}: ${reference.url}`,
  ];
}

// Editors and terminals make a link of it. A line that is wrong as a whole is named by its beginning.
function placeOf({ sdpLineNumber, sdpColumn }: Finding): string {
  return sdpLineNumber === null ? "" : `:${sdpLineNumber}:${sdpColumn ?? 1}`;
}

function sectionText({ mLineIndex, mid }: Finding): string {
  if (mLineIndex === null) return "";
  return ` in m= section ${mLineIndex}${mid === null ? "" : ` (mid ${shortened(mid)})`}`;
}

const shownMid = 40;

function shortened(mid: string): string {
  return printable(mid.length > shownMid ? `${mid.slice(0, shownMid)}…` : mid);
}

function checkedText({ files, counts, unreadable }: CheckTotal): string {
  const unread = unreadable.length === 0 ? "" : `, ${unreadable.length} not readable`;
  return `${counted(files, "file")} checked: ${countsText(counts)}${unread}`;
}

import { counted, printable } from "../../report/words.ts";
import type { Finding } from "../../sdp/finding.ts";
import type { Severity } from "../../sdp/rule-entry.ts";
import { displayName } from "../input.ts";
import type { Style } from "../style.ts";
import type { CheckedFile } from "./checked-file.ts";
import { sourceLine } from "./source-line.ts";
import { countsOf } from "./summary.ts";

const colours = { error: "red", warning: "yellow", note: "dim" } as const satisfies Record<Severity, keyof Style>;

/** A checked description for people: each finding with its line, its section and where the rule stands. */
export function checkText({ file, text, type, side, findings }: CheckedFile, style: Style): string {
  const counts = Object.entries(countsOf(findings)).map(([plural, count]) => counted(count, plural.slice(0, -1)));
  const kind = type === null ? "description of any type" : type;
  const lines = text.split("\n");
  return [
    ...findings.flatMap((finding) => [...findingLines(finding, lines, style), ""]),
    style.bold(`${displayName(file)}: as a ${side} ${kind}, ${counts.join(", ")}`),
    "",
  ].join("\n");
}

function findingLines(finding: Finding, lines: readonly string[], style: Style): string[] {
  const { severity, error, rule, message, sdpLineNumber, sdpColumn, reference } = finding;
  const label = style[colours[severity]](`${severity} ${rule}`);
  const name = error === null ? "" : ` (${error})`;
  return [
    `${label}${name}${placeOf(finding)}: ${printable(message)}`,
    ...(sdpLineNumber === null ? [] : sourceLine(lineAt(lines, sdpLineNumber), sdpLineNumber, sdpColumn, style)),
    `  see ${reference.spec} ${reference.section}: ${reference.url}`,
  ];
}

function lineAt(lines: readonly string[], sdpLineNumber: number): string {
  return (lines[sdpLineNumber - 1] ?? "").replace(/\r$/, "");
}

function placeOf({ sdpLineNumber, sdpColumn, mLineIndex, mid }: Finding): string {
  const column = sdpColumn === null ? "" : `, column ${sdpColumn}`;
  const line = sdpLineNumber === null ? "" : `, line ${sdpLineNumber}${column}`;
  if (mLineIndex === null) return line;
  return `${line}, m= section ${mLineIndex}${mid === null ? "" : ` (mid ${printable(mid)})`}`;
}

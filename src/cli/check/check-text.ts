import type { Finding } from "../../sdp/finding.ts";
import { displayName } from "../input.ts";
import { counted, printable, type Style } from "../style.ts";
import type { CheckedFile } from "./checked-file.ts";

/** A checked description for people: each finding with its line, its section and where the rule stands. */
export function checkText({ file, text, type, side, findings }: CheckedFile, style: Style): string {
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const kind = type === null ? "description of any type" : type;
  const lines = text.split("\n");
  return [
    ...findings.flatMap((finding) => [...findingLines(finding, lines, style), ""]),
    style.bold(
      `${displayName(file)}: as a ${side} ${kind}, ${counted(errors, "error")}, ${counted(findings.length - errors, "warning")}`,
    ),
    "",
  ].join("\n");
}

function findingLines(finding: Finding, lines: readonly string[], style: Style): string[] {
  const { severity, error, rule, message, sdpLineNumber, reference } = finding;
  const label = severity === "error" ? style.red(`error ${rule}`) : style.yellow(`warning ${rule}`);
  const name = error === null ? "" : ` (${error})`;
  return [
    `${label}${name}${placeOf(finding)}: ${printable(message)}`,
    ...(sdpLineNumber === null ? [] : lineWithCaret(lines, sdpLineNumber, style)),
    `  see ${reference.spec} ${reference.section}: ${reference.url}`,
  ];
}

function placeOf({ sdpLineNumber, mLineIndex, mid }: Finding): string {
  const line = sdpLineNumber === null ? "" : `, line ${sdpLineNumber}`;
  if (mLineIndex === null) return line;
  return `${line}, m= section ${mLineIndex}${mid === null ? "" : ` (mid ${printable(mid)})`}`;
}

const widest = 100;

function lineWithCaret(lines: readonly string[], sdpLineNumber: number, style: Style): string[] {
  const line = (lines[sdpLineNumber - 1] ?? "").replace(/\r$/, "");
  const shown = printable(line.length > widest ? `${line.slice(0, widest)}…` : line);
  const gutter = String(sdpLineNumber).padStart(6);
  return [`${gutter} | ${shown}`, `${" ".repeat(6)} | ${style.red("^")}`];
}

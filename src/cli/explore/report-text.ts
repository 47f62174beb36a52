import type { NegotiationReport } from "../../testing/explore/explore-negotiation.ts";
import { ladderText } from "../../testing/explore/report/ladder.ts";
import type { Terminal } from "../terminal.ts";

/** What an exploration has found, for people. */
export function explorationText(
  file: string,
  report: NegotiationReport,
  ms: number,
  savedIn: string | undefined,
  { style: { bold, dim, green, red }, columns }: Pick<Terminal, "style" | "columns">,
): string {
  const { violation, reached } = report;
  const seen = Object.keys(reached).filter((sight) => reached[sight]);
  const unseen = Object.keys(reached).filter((sight) => !reached[sight]);
  const verdict = violation === null ? green("no violation") : red(`violation: ${violation.property}`);
  const lines = [
    `${bold(file)}: ${verdict}`,
    figures(report, ms),
    `Seen: ${seen.join(", ") || "nothing"}.${unseen.length > 0 ? dim(` Not seen: ${unseen.join(", ")}.`) : ""}`,
  ];
  if (violation === null) return `${lines.join("\n")}\n`;
  const again = [
    "",
    ladderText(violation.trace, columns),
    "",
    ...wrappedWords(violation.message, columns),
    dim(`Again: --seed ${violation.seed} --schedule "${violation.schedule}"`),
    savedIn === undefined
      ? dim("With --save FOLDER: a program that shows it, a dump for replay --html, a sequence diagram")
      : `Saved in ${savedIn}: program.mjs, dump.rtcstats (for replay --html), trace.mmd, trace.txt, violation.json`,
  ];
  return `${[...lines, ...again].join("\n")}\n`;
}

function wrappedWords(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const joined = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && joined.length <= columns) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
}

function figures({ states, exhaustive, depth, runs, schedules, interrupted }: NegotiationReport, ms: number): string {
  const extent = exhaustive ? "all there are" : interrupted ? "interrupted" : "not all there are";
  const random = schedules > 0 ? `, ${schedules} random schedules` : "";
  return `${states} states, ${extent}, ${depth} choices deep${random}; the code ran ${runs} times in ${(ms / 1000).toFixed(1)} s.`;
}

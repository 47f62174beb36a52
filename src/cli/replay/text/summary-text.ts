import type { ReplaySummary } from "../../../report/report.ts";
import { counted } from "../../../report/words.ts";
import type { Terminal } from "../../terminal.ts";
import { hasProblems, type Total } from "../total.ts";
import { wrapped } from "./wrapped.ts";

/** The line that counts what was found, and where something was, what its words mean. */
export function summaryText(summary: ReplaySummary, terminal: Terminal): string {
  return setOff(countsIn(summary).join(", "), summary, terminal);
}

/** What came of several files together; nothing after a single one. */
export function* totalText(total: Total, terminal: Terminal): Generator<string> {
  const { dumps, withProblems, unusable, incomplete, passedOver, summary } = total;
  if (dumps === 0 || dumps + unusable + passedOver < 2) return;
  const parts = [
    counted(dumps, "dump"),
    `${withProblems} of them with problems`,
    counted(summary.connections, "peer connection"),
    ...countsIn(summary),
    ...(incomplete > 0 ? [`${counted(incomplete, "dump")} not judged to the end`] : []),
    ...(unusable > 0 ? [`${counted(unusable, "file")} not judged`] : []),
    ...(passedOver > 0 ? [`${counted(passedOver, "other file")} passed over`] : []),
  ];
  yield `\n${setOff(`Total: ${parts.join(", ")}`, summary, terminal)}`;
}

function setOff(text: string, summary: ReplaySummary, { columns, style }: Terminal): string {
  const lines = wrapped(text, { columns, indent: 0, hanging: 2 });
  return `${lines.map((line) => (hasProblems(summary) ? style.bold(line) : line)).join("\n")}\n`;
}

/** What a summary counts, each count with its noun. */
export function countsIn(summary: ReplaySummary): readonly string[] {
  const { calls, illegalCalls, divergences, unjudged, unsettled, knownDeviations } = summary;
  return [
    counted(calls, "call"),
    counted(illegalCalls, "illegal call"),
    counted(divergences, "divergence"),
    ...(knownDeviations === undefined ? [] : [counted(knownDeviations, "known deviation")]),
    `${unjudged} not judged`,
    `${unsettled} never settled`,
  ];
}

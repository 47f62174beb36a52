import type { TraceStep } from "../search/pair-run.ts";

/** How many lines a ladder has at most. */
const mostLines = 40;
/** How wide the column of a side is at most. */
const mostWidth = 44;

/** A trace as a ladder: what side a does on the left, side b on the right, and the states of both. */
export function ladderText(trace: readonly TraceStep[]): string {
  const rows = trace.map(rowOf);
  const width = Math.min(mostWidth, Math.max(1, ...rows.map(({ text }) => text.length)));
  const lines = rows.map(({ who, text }, index) => {
    const short = text.length > width ? `${text.slice(0, width - 1)}…` : text;
    const [left, right] = who === "a" ? [short, ""] : ["", short];
    const { a, b } = (trace[index] as TraceStep).states;
    return `${`${index + 1}`.padStart(3)}  ${left.padEnd(width)} │ ${right.padEnd(width)}  ${a} / ${b}`;
  });
  const head = `     ${"a (impolite)".padEnd(width)} │ ${"b (polite)".padEnd(width)}  states of a / b`;
  return [head, ...shortened(lines, mostLines - 1)].join("\n");
}

function rowOf({ who, what, then }: TraceStep): { readonly who: string; readonly text: string } {
  return { who, text: [what, ...then].join(" → ") };
}

// What led to the end matters most.
function shortened(lines: readonly string[], most: number): readonly string[] {
  if (lines.length <= most) return lines;
  const first = Math.floor(most / 3);
  const last = most - first - 1;
  const left = lines.length - first - last;
  return [...lines.slice(0, first), `     … ${left} steps …`, ...lines.slice(-last)];
}

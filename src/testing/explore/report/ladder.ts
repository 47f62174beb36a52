import type { TraceStep } from "../search/pair-run.ts";

/** How many lines a ladder has at most. */
const mostLines = 40;
/** How wide the column of a side is at most. */
const mostWidth = 54;

/** A trace as a ladder: what side a does on the left, side b on the right. */
export function ladderText(trace: readonly TraceStep[]): string {
  const rows = trace.map(rowOf);
  const width = Math.min(mostWidth, Math.max(1, ...rows.map(({ text }) => text.length)));
  const lines = rows.map(({ who, text }, index) => {
    const short = text.length > width ? `${text.slice(0, width - 1)}…` : text;
    const [left, right] = who === "a" ? [short, ""] : ["", short];
    return `${`${index + 1}`.padStart(3)}  ${left.padEnd(width)} │ ${right}`;
  });
  const head = `     ${"a (impolite)".padEnd(width)} │ b (polite)`;
  return [head, ...shortened(lines, mostLines - 1)].join("\n");
}

function rowOf({ who, what, then }: TraceStep): { readonly who: string; readonly text: string } {
  const [first = ""] = then;
  // What an action is called, and the method that it calls.
  const isSaid = first !== "" && what === `does ${first.split("(")[0]}`;
  return { who, text: (isSaid ? then : [what, ...then]).join(" → ") };
}

// What led to the end matters most.
function shortened(lines: readonly string[], most: number): readonly string[] {
  if (lines.length <= most) return lines;
  const first = Math.floor(most / 3);
  const last = most - first - 1;
  const left = lines.length - first - last;
  return [...lines.slice(0, first), `     … ${left} steps …`, ...lines.slice(-last)];
}

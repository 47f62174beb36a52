import type { TraceStep } from "../search/pair-run.ts";

/** How many lines a ladder has at most. */
const mostLadderLines = 40;
/** How wide the column of a side is at most. */
const mostWidth = 50;

/** A trace as a ladder: what side a does on the left, side b on the right. */
export function ladderText(trace: readonly TraceStep[]): string {
  const rows = trace.map((step) => ({ who: step.who, lines: inLines(stepParts(step)) }));
  const width = Math.max("a (impolite)".length, ...rows.flatMap(({ lines }) => lines.map(({ length }) => length)));
  const lines = rows.flatMap(({ who, lines: texts }, index) =>
    texts.map((text, line) => {
      const number = line === 0 ? `${index + 1}` : "";
      const [left, right] = who === "a" ? [text, ""] : ["", text];
      return `${number.padStart(3)}  ${left.padEnd(width)} │ ${right}`.trimEnd();
    }),
  );
  return [`     ${"a (impolite)".padEnd(width)} │ b (polite)`, ...shortenedLadder(lines, mostLadderLines - 1)].join(
    "\n",
  );
}

function stepParts({ what, effects }: TraceStep): readonly string[] {
  const [first = ""] = effects;
  // What an action is called, and the method that it calls.
  const isSaid = first !== "" && what === `does ${first.split("(")[0]}`;
  return isSaid ? effects : [what, ...effects];
}

function inLines(parts: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    const joined = `${last} → ${part}`;
    if (last === undefined) lines.push(cutText(part));
    else if (joined.length <= mostWidth) lines[lines.length - 1] = joined;
    else lines.push(cutText(`  → ${part}`));
  }
  return lines;
}

function cutText(text: string): string {
  return text.length > mostWidth ? `${text.slice(0, mostWidth - 1)}…` : text;
}

// What led to the end matters most.
function shortenedLadder(lines: readonly string[], most: number): readonly string[] {
  if (lines.length <= most) return lines;
  const first = Math.floor(most / 3);
  const last = most - first - 1;
  const left = lines.length - first - last;
  return [...lines.slice(0, first), `     … ${left} lines …`, ...lines.slice(-last)];
}

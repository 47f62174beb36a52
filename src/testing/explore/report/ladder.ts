import type { TraceStep } from "../search/pair-run.ts";

/** How many lines a ladder has at most. */
const mostLadderLines = 40;
/** How wide a ladder is at most. */
const widestLadder = 108;
/** What is beside the columns of both sides: the number of the step, and the line in the middle. */
const otherColumns = 8;

/** What is before each thing that came of a step, where it has a line of its own. */
const arrow = "  → ";

/** A trace as a ladder: what side a does on the left, side b on the right. */
export function ladderText(trace: readonly TraceStep[], columns = widestLadder): string {
  const most = Math.floor((Math.min(columns, widestLadder) - otherColumns) / 2);
  const rows = trace.map((step) => ({ who: step.who, lines: inLines(stepParts(step), most) }));
  const isFull = trace.some((step) => stepParts(step).some((part) => part.length + arrow.length > most));
  const longest = Math.max("a (impolite)".length, ...rows.flatMap(({ lines }) => lines.map(({ length }) => length)));
  const width = isFull ? most : longest;
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

function inLines(parts: readonly string[], most: number): readonly string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    const joined = `${last} → ${part}`;
    if (last === undefined) lines.push(...wrappedText(part, most));
    else if (joined.length <= most) lines[lines.length - 1] = joined;
    else lines.push(...wrappedText(`${arrow}${part}`, most));
  }
  return lines;
}

/** A text in lines of that width: broken at a space where there is one, else cut off. */
function wrappedText(text: string, most: number): readonly string[] {
  if (text.length <= most) return [text];
  const at = text.lastIndexOf(" ", most);
  if (text.slice(0, at).trim() === "" || at < most / 2) return [`${text.slice(0, most - 1)}…`];
  return [text.slice(0, at), ...wrappedText(`    ${text.slice(at + 1)}`, most)];
}

// What led to the end matters most.
function shortenedLadder(lines: readonly string[], most: number): readonly string[] {
  if (lines.length <= most) return lines;
  const first = Math.floor(most / 3);
  const last = most - first - 1;
  const left = lines.length - first - last;
  return [...lines.slice(0, first), `     … ${left} lines …`, ...lines.slice(-last)];
}

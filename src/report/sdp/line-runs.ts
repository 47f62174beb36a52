import type { ChangedLine } from "./section-changes.ts";

/** Lines that follow each other; folded where nothing has changed in them or near them. */
export interface LineRun {
  readonly isFolded: boolean;
  readonly lines: readonly ChangedLine[];
}

// How many lines beside a change show where it is.
const context = 3;

// Fewer lines take no more room than the words in their place.
const fewest = 3;

/** Lines as runs: what is far from every change is folded, unless nothing has changed at all. */
export function lineRuns(lines: readonly ChangedLine[]): readonly LineRun[] {
  const changes = lines.flatMap(({ change }, index) => (change === "same" ? [] : [index]));
  if (changes.length === 0) return lines.length === 0 ? [] : [{ isFolded: false, lines }];
  const runs: LineRun[] = [];
  let shown = 0;
  // Each fold lies between two changes, before the first, or after the last.
  for (const [before, after] of gapsBetween(changes, lines.length)) {
    const first = before < 0 ? 0 : before + 1 + context;
    const last = after >= lines.length ? lines.length : after - context;
    if (last - first < fewest) continue;
    if (first > shown) runs.push({ isFolded: false, lines: lines.slice(shown, first) });
    runs.push({ isFolded: true, lines: lines.slice(first, last) });
    shown = last;
  }
  if (shown < lines.length) runs.push({ isFolded: false, lines: lines.slice(shown) });
  return runs;
}

function gapsBetween(
  changes: readonly number[],
  length: number,
): readonly (readonly [before: number, after: number])[] {
  return [...changes, length].map((after, index) => [changes[index - 1] ?? -1, after]);
}

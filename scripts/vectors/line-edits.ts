/** Lines of a text that are replaced: `remove` of them from line `line` on (1-based) give way to `insert`. */
export interface LineEdit {
  readonly line: number;
  readonly remove: number;
  readonly insert: readonly string[];
}

const linesOf = (text: string): readonly string[] => text.split("\r\n");

/** The edits that make one text of another, the last line's first: so no edit moves the lines of those that follow. */
export function lineEdits(from: string, to: string): readonly LineEdit[] {
  const [before, after] = [linesOf(from), linesOf(to)];
  const edits: LineEdit[] = [];
  let [i, j] = [0, 0];
  for (const [keptBefore, keptAfter] of [...keptLines(before, after), [before.length, after.length] as const]) {
    if (keptBefore > i || keptAfter > j) {
      edits.push({ line: i + 1, remove: keptBefore - i, insert: after.slice(j, keptAfter) });
    }
    [i, j] = [keptBefore + 1, keptAfter + 1];
  }
  return edits.reverse();
}

// The longest common subsequence, as pairs of indexes.
function keptLines(before: readonly string[], after: readonly string[]): readonly (readonly [number, number])[] {
  const lengths = commonLengths(before, after);
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  const kept: (readonly [number, number])[] = [];
  let [i, j] = [0, 0];
  while (i < before.length && j < after.length) {
    if (before[i] === after[j]) kept.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return kept;
}

// How many lines the rest of one text, from i on, has in common with the rest of the other, from j on.
function commonLengths(before: readonly string[], after: readonly string[]): readonly (readonly number[])[] {
  const lengths: number[][] = [new Array(after.length + 1).fill(0)];
  for (const line of [...before].reverse()) {
    const below = lengths[0] ?? [];
    const row = new Array(after.length + 1).fill(0);
    for (let j = after.length - 1; j >= 0; j--) {
      row[j] = line === after[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1]);
    }
    lengths.unshift(row);
  }
  return lengths;
}

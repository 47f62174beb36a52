import { attributeGrammars } from "./grammar/attribute-grammar.ts";

/** Registered attributes that are not known here, and whose names are near those that are. */
const registered = new Set(["mrtpmap", "rtcp-xr"]);

/** What it costs to look is bounded: of the unknown names of a text so many different ones are looked at. */
const mostNames = 500;

/** Longer names are not looked at. */
const longestName = 24;

/** Of an unknown name the known one that it is likely to be meant as: a letter or two are other, missing, too many or swapped. */
export function likelyNames(): (name: string) => string | null {
  const looked = new Map<string, string | null>();
  return (name) => {
    const before = looked.get(name);
    if (before !== undefined) return before;
    if (looked.size >= mostNames || name.length > longestName || registered.has(name)) return null;
    const likely = nearest(name.toLowerCase());
    looked.set(name, likely);
    return likely;
  };
}

function nearest(name: string): string | null {
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const known of attributeGrammars.keys()) {
    const most = known.length < 7 ? 1 : 2;
    if (Math.abs(known.length - name.length) > most) continue;
    const distance = distanceBetween(name, known);
    if (distance > most || distance >= least) continue;
    best = known;
    least = distance;
  }
  return best;
}

/** How many letters are other, missing, too many or swapped with the next. */
function distanceBetween(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const other = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + other);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) least = Math.min(least, at(beforeLast, j - 2) + 1);
      row.push(least);
    }
    [beforeLast, last] = [last, row];
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] as number;
}

/**
 * How often each of many strings counts, as plain data: a tree over the digits of a hash, so that one more costs a few
 * small objects. The strings have `:` before them, so that none is a word of JavaScript's own.
 */
export interface Tally {
  readonly [digitOrString: string]: Tally | number;
}

/** Nothing counts. */
export const emptyTally: Tally = /* @__PURE__ */ Object.freeze({});

const levels = 3;
const base = 32;

/** How often the string counts. */
export function countOf(tally: Tally, text: string): number {
  let node = tally;
  let hash = hashOf(text);
  for (let level = 0; level < levels; level++) {
    node = (node[`${hash % base}`] ?? emptyTally) as Tally;
    hash = Math.floor(hash / base);
  }
  return (node[`:${text}`] ?? 0) as number;
}

/** The tally in which the string counts so much more, or less. One that does not count is left out. */
export function withCount(tally: Tally, text: string, by: number): Tally {
  return countedBelow(tally, text, by, hashOf(text), levels);
}

function countedBelow(node: Tally, text: string, by: number, hash: number, level: number): Tally {
  const key = level === 0 ? `:${text}` : `${hash % base}`;
  const { [key]: before, ...others } = node;
  if (level > 0) {
    const below = (before ?? emptyTally) as Tally;
    const after = countedBelow(below, text, by, Math.floor(hash / base), level - 1);
    return Object.freeze(Object.keys(after).length === 0 ? others : { ...others, [key]: after });
  }
  const count = ((before ?? 0) as number) + by;
  return Object.freeze(count === 0 ? others : { ...others, [key]: count });
}

// FNV-1a.
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

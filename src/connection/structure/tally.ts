/**
 * How often each of many strings counts, as plain data: a tree over the digits of a hash, so that one more costs a few
 * small objects. The strings have `:` before them, so that none is a word of JavaScript's own.
 */
export interface Tally {
  readonly [digitOrString: string]: Tally | number;
}

/** Nothing counts. */
export const emptyTally: Tally = /* @__PURE__ */ Object.freeze({});

const levels = 4;
const base = 16;

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
  const below = node[key];
  if (level > 0) {
    const after = countedBelow((below ?? emptyTally) as Tally, text, by, Math.floor(hash / base), level - 1);
    return Object.keys(after).length === 0 ? withoutKey(node, key) : Object.freeze({ ...node, [key]: after });
  }
  const count = ((below ?? 0) as number) + by;
  return count === 0 ? withoutKey(node, key) : Object.freeze({ ...node, [key]: count });
}

function withoutKey(node: Tally, key: string): Tally {
  const { [key]: _, ...others } = node;
  return Object.freeze(others);
}

// FNV-1a.
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

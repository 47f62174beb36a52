import type { Attribute } from "../text/level.ts";

/** Some words without order, to be compared. */
export interface WordSet {
  readonly key: string;
}

const sets = /* @__PURE__ */ new WeakMap<readonly Attribute[], WordSet>();

/**
 * The words of some attributes of one name. However many sections inherit the attributes or share a transport, the set is
 * made once: it is kept as long as the attributes are.
 */
export function wordSet(attributes: readonly Attribute[], wordsIn: (value: string) => readonly string[]): WordSet {
  const words = sets.get(attributes) ?? {
    key: [...new Set(attributes.flatMap(({ value }) => wordsIn(value)))].sort().join(" "),
  };
  sets.set(attributes, words);
  return words;
}

/** Whether two sets have the same words. */
export type CompareWords = (a: WordSet, b: WordSet) => boolean;

/** A comparison that reads each set once, however often it is compared. */
export function wordComparison(): CompareWords {
  const sameAs = new Map<WordSet, WordSet>();
  const byKey = new Map<string, WordSet>();
  const canonical = (words: WordSet): WordSet => {
    const before = sameAs.get(words);
    if (before !== undefined) return before;
    const same = byKey.get(words.key) ?? words;
    byKey.set(words.key, same);
    sameAs.set(words, same);
    return same;
  };
  return (a, b) => a === b || canonical(a) === canonical(b);
}

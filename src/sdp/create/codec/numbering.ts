/** Numbers for things by their keys, each number for one thing: payload types, or ids of header extensions. */
export interface Numbering {
  /** The number of a thing, given it now if it has none; null where all are taken. */
  numberOf(key: string): number | null;
}

/** What a number may be, and what it should be. */
export interface NumberSpace {
  /** All numbers, the better ones first. */
  readonly numbers: readonly number[];
  /** The wanted numbers by their keys, one thing each. */
  readonly wanted: ReadonlyMap<string, number>;
}

/**
 * A numbering that goes on with those that descriptions had, the first of them first: a number that once stood for a
 * thing is given to no other, and a thing keeps its number.
 */
export function numbering(before: Iterable<readonly [key: string, number: number]>, space: NumberSpace): Numbering {
  const numbers = new Map<string, number>();
  const taken = new Set<number>();
  for (const [key, number] of before) {
    if (!numbers.has(key) && !taken.has(number)) numbers.set(key, number);
    taken.add(number);
  }
  return {
    numberOf(key) {
      const number = numbers.get(key) ?? nextNumber(key, taken, space);
      if (number === null) return null;
      numbers.set(key, number);
      taken.add(number);
      return number;
    },
  };
}

/** Numbers that are wanted for other things are the last to be given away. */
function nextNumber(key: string, taken: ReadonlySet<number>, { numbers, wanted }: NumberSpace): number | null {
  const own = wanted.get(key);
  if (own !== undefined && !taken.has(own)) return own;
  const others = new Set(wanted.values());
  const free = numbers.filter((number) => !taken.has(number));
  return free.find((number) => !others.has(number)) ?? free[0] ?? null;
}

/** The space where each thing wants the given number, or the next one that no other wants. */
export function numberSpace(
  numbers: readonly number[],
  things: readonly { readonly key: string; readonly number: number | null }[],
): NumberSpace {
  const wanted = new Map<string, number>();
  const given = new Set<number>();
  for (const { key, number } of things) {
    if (number === null || given.has(number) || wanted.has(key)) continue;
    wanted.set(key, number);
    given.add(number);
  }
  const free = numbers.filter((number) => !given.has(number)).values();
  for (const { key } of things) {
    if (wanted.has(key)) continue;
    const next = free.next().value;
    if (next !== undefined) wanted.set(key, next);
  }
  return { numbers, wanted };
}

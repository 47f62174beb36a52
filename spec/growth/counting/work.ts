/** What a call does, counted and not timed: the same on any machine, however busy. */
export interface Work {
  /** Elements that a loop, a callback or a look-up came to. An index that counts up is not seen. */
  readonly steps: number;
  /** UTF-16 code units that were searched, split, copied, joined or used as a key. */
  readonly characters: number;
}

type Method = (this: unknown, ...args: unknown[]) => unknown;
/** What a call of a method is counted as. Each call of a callback that it is given is a step of its own. */
type Count = (self: never, args: never, result: unknown, lastIndex: number) => Partial<Work>;

const ofKey = (_: unknown, [key]: unknown[]): Partial<Work> => ({
  steps: 1,
  characters: typeof key === "string" ? key.length : 0,
});
const ofText = (text: string): Partial<Work> => ({ characters: text.length });
const ofResult = (_: unknown, __: unknown, result: unknown): Partial<Work> => ({ characters: String(result).length });
const ofSearch = (text: string, [wanted, from = 0]: [string, number?], result: unknown): Partial<Work> => ({
  characters: (typeof result === "number" && result >= 0 ? result + wanted.length : text.length) - from,
});
const ofElements = ({ length }: { length: number }): Partial<Work> => ({ steps: length });
const ofJoined = (items: readonly unknown[], _: unknown, result: unknown): Partial<Work> => ({
  steps: items.length,
  characters: String(result).length,
});
/** Where an array was searched for an element: up to there. */
const ofPlace = (items: readonly unknown[], [wanted]: unknown[]): Partial<Work> => {
  const place = items.indexOf(wanted);
  return { steps: place < 0 ? items.length : place + 1 };
};
const ofStep = (): Partial<Work> => ({ steps: 1 });
const ofNothing = (): Partial<Work> => ({});
/** From where a pattern begins to search to where its match ends; one that sticks does not search. */
const ofMatch = (
  { global, sticky }: RegExp,
  [text]: [string],
  match: RegExpExecArray | null,
  lastIndex: number,
): Partial<Work> => {
  if (sticky) return { characters: 1 + (match?.[0].length ?? 0) };
  const end = match === null ? text.length : match.index + match[0].length;
  return { characters: 1 + end - (global ? lastIndex : 0) };
};

const iteratorOf = (iterable: Iterable<unknown>): object =>
  Object.getPrototypeOf(iterable[Symbol.iterator]()) as object;

const counted: readonly (readonly [owner: object, names: string, count: Count])[] = [
  [Array.prototype, "map filter find findIndex findLast some every forEach flatMap reduce", ofNothing],
  [Array.prototype, "slice concat flat splice reverse sort fill", ofElements],
  [Array.prototype, "join", ofJoined],
  [Array.prototype, "includes indexOf", ofPlace],
  [Array.prototype, "push", ofStep],
  [Map.prototype, "get has set delete", ofKey],
  [Set.prototype, "has add delete", ofKey],
  [iteratorOf([]), "next", ofStep],
  [iteratorOf(new Map()), "next", ofStep],
  [iteratorOf(new Set()), "next", ofStep],
  [String.prototype, "split toLowerCase toUpperCase trim trimEnd", ofText],
  [String.prototype, "replace replaceAll padStart repeat concat", ofResult],
  [String.prototype, "indexOf includes", ofSearch],
  [String.prototype, "charCodeAt charAt codePointAt", () => ({ characters: 1 })],
  [RegExp.prototype, "exec", ofMatch as Count],
];

/** Counts what each call does, one after the other: the methods of the language count while it lasts. */
export function worksOf(calls: readonly (() => unknown)[]): readonly Work[] {
  const tally = { steps: 0, characters: 0 };
  let isCounting = false;
  const replacementOf = (original: Method, countOf: Count): Method =>
    function (...args) {
      if (!isCounting) return Reflect.apply(original, this, args);
      const lastIndex = this instanceof RegExp ? this.lastIndex : 0;
      const callback = args[0];
      if (typeof callback === "function") {
        args[0] = function (this: unknown, ...values: unknown[]): unknown {
          tally.steps++;
          return Reflect.apply(callback, this, values);
        };
      }
      const result = Reflect.apply(original, this, args);
      // What counting does itself does not count.
      isCounting = false;
      const { steps = 0, characters = 0 } = countOf(this as never, args as never, result, lastIndex);
      tally.steps += steps;
      tally.characters += characters;
      isCounting = true;
      return result;
    };
  const restored = counted.flatMap(([owner, names, countOf]) =>
    names.split(" ").map((name) => {
      const before = Object.getOwnPropertyDescriptor(owner, name) as PropertyDescriptor;
      Object.defineProperty(owner, name, { ...before, value: replacementOf(before.value as Method, countOf as Count) });
      return () => Object.defineProperty(owner, name, before);
    }),
  );
  const works: Work[] = [];
  try {
    for (let index = 0; index < calls.length; index++) {
      Object.assign(tally, { steps: 0, characters: 0 });
      isCounting = true;
      (calls[index] as () => unknown)();
      isCounting = false;
      works[index] = { ...tally };
    }
  } finally {
    isCounting = false;
    for (const restore of restored) restore();
  }
  return works;
}

/** Counts what a call does. */
export function workOf(call: () => unknown): Work {
  return worksOf([call])[0] as Work;
}

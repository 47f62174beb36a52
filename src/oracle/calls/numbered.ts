import { frozen } from "../frozen.ts";

/**
 * Values by whole numbers from 0, as plain data: a tree of lists. One more value, or one less, copies only the lists on
 * the way to it, however many values there are; finding a value, or the next one, costs as little.
 */
export interface Numbered<Value> {
  /** How many lists there are on the way to a value: at least one. */
  readonly height: number;
  /** Null where there are no values. */
  readonly root: Branch<Value> | null;
}

// An entry is null where there are no values below it; no list has nothing but nulls.
type Branch<Value> = readonly (Branch<Value> | Value | null)[];

const fanOut = 16;
const vacant: readonly null[] = Array(fanOut).fill(null);

/** No values. */
export const noneNumbered: Numbered<never> = frozen({ height: 1, root: null });

/** The value of that number; null where it is missing. */
export function valueAt<Value extends object | number>(
  { height, root }: Numbered<Value>,
  number: number,
): Value | null {
  if (number >= spanOf(height)) return null;
  let entry: Branch<Value> | Value | null = root;
  for (let span = spanOf(height - 1); span >= 1 && entry !== null; span /= fanOut) {
    entry = (entry as Branch<Value>)[Math.floor(number / span) % fanOut] ?? null;
  }
  return entry as Value | null;
}

/** With that value of that number, or with null, without a value of that number. */
export function withValue<Value extends object | number>(
  numbered: Numbered<Value>,
  number: number,
  value: Value | null,
): Numbered<Value> {
  let { height, root } = numbered;
  while (number >= spanOf(height)) {
    root = root === null ? null : [root, ...vacant.slice(1)];
    height += 1;
  }
  root = withEntry(root, spanOf(height - 1), number, value) as Branch<Value> | null;
  return root === null ? noneNumbered : { height, root };
}

/** The value of the lowest number that is not below `from`; null where it is missing. */
export function nextValue<Value extends object | number>(
  { height, root }: Numbered<Value>,
  from: number,
): Value | null {
  return root === null ? null : nextBelow(root, spanOf(height - 1), from);
}

/** The values of all numbers that are not below `from`, in their order. */
export function valuesFrom<Value extends object | number>(
  { height, root }: Numbered<Value>,
  from: number,
): readonly Value[] {
  return root === null ? [] : [...valuesBelow(root, spanOf(height - 1), from)];
}

// How many numbers a list has room for that has so many levels.
function spanOf(height: number): number {
  return fanOut ** height;
}

// `span` is how many numbers each entry of the list stands for.
function withEntry<Value>(
  list: Branch<Value> | Value | null,
  span: number,
  number: number,
  value: Value | null,
): Branch<Value> | Value | null {
  if (span < 1) return value;
  const entries = [...((list ?? vacant) as Branch<Value>)];
  const at = Math.floor(number / span) % fanOut;
  entries[at] = withEntry(entries[at] ?? null, span / fanOut, number, value);
  return entries.every((entry) => entry === null) ? null : entries;
}

function nextBelow<Value>(list: Branch<Value>, span: number, from: number): Value | null {
  for (let at = Math.max(0, Math.floor(from / span)); at < fanOut; at++) {
    const entry = list[at] ?? null;
    if (entry === null) continue;
    const next = span === 1 ? entry : nextBelow(entry as Branch<Value>, span / fanOut, from - at * span);
    if (next !== null) return next as Value;
  }
  return null;
}

function* valuesBelow<Value>(list: Branch<Value>, span: number, from: number): Generator<Value, undefined> {
  for (let at = Math.max(0, Math.floor(from / span)); at < fanOut; at++) {
    const entry = list[at] ?? null;
    if (entry === null) continue;
    if (span === 1) yield entry as Value;
    else yield* valuesBelow(entry as Branch<Value>, span / fanOut, from - at * span);
  }
}

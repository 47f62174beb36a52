import { bitOf, isIn } from "./character-class.ts";

/**
 * Where in the text the thing ends that begins at `at`, or -1 if it does not stand there; never looks past
 * `end`. No matcher goes back over what it has read, so that every one is linear in the length of its line.
 */
export type Matcher = (text: string, at: number, end: number) => number;

/** From `min` to `max` characters of the class, as many as there are. */
export function characters(name: string, min: number, max: number): Matcher {
  const bit = bitOf(name);
  return (text, at, end) => {
    let here = at;
    while (here < end && isIn(text.charCodeAt(here), bit)) here++;
    const length = here - at;
    return length >= min && length <= max ? here : -1;
  };
}

/** Exactly these characters. */
export function literal(expected: string): Matcher {
  return (text, at, end) => {
    const after = at + expected.length;
    return after <= end && text.startsWith(expected, at) ? after : -1;
  };
}

/** One after the other. */
export function sequence(parts: readonly Matcher[]): Matcher {
  return (text, at, end) => {
    let here = at;
    for (const part of parts) {
      here = part(text, here, end);
      if (here < 0) return -1;
    }
    return here;
  };
}

/** The first alternative that stands here. */
export function either(parts: readonly Matcher[]): Matcher {
  return (text, at, end) => {
    for (const part of parts) {
      const after = part(text, at, end);
      if (after >= 0) return after;
    }
    return -1;
  };
}

/** As often as the opening stands here, but at most so many times, each time with the rest after it. */
export function repeated(opening: Matcher, rest: Matcher, most: number): Matcher {
  return (text, at, end) => {
    let here = at;
    for (let times = 0; times < most; times++) {
      const after = opening(text, here, end);
      if (after < 0) return here;
      here = rest(text, after, end);
      if (here < 0) return -1;
    }
    return here;
  };
}

const digits = characters("digit", 1, Number.POSITIVE_INFINITY);

/** A decimal number from `min` to `max`. */
export function integer(min: number, max: number): Matcher {
  return (text, at, end) => {
    const after = digits(text, at, end);
    const value = Number(text.slice(at, after));
    return value >= min && value <= max ? after : -1;
  };
}

import { bitOf, isIn, wordsFor } from "./character-class.ts";
import { type FurthestFailure, missing } from "./furthest.ts";

/**
 * Where in the text the thing ends that begins at `at`, or -1 if it does not stand there; never looks past
 * `end`. No matcher goes back over what it has read, so that every one is linear in the length of its line. How far
 * it got is noted only by a second reading, after one that failed: what succeeds costs nothing more.
 */
export type Matcher = (text: string, at: number, end: number, furthest?: FurthestFailure) => number;

const SPACE = 32;
const aSpace = "a space";

/** From `min` to `max` characters of the class, as many as there are. */
export function characters(name: string, min: number, max: number): Matcher {
  const bit = bitOf(name);
  return (text, at, end, furthest) => {
    let here = at;
    while (here < end && isIn(text.charCodeAt(here), bit)) here++;
    const length = here - at;
    const fits = length >= min && length <= max;
    if (furthest === undefined) return fits ? here : -1;
    const stopsAtOther = here < end && text.charCodeAt(here) !== SPACE;
    if (length > max || (!fits && length > 0 && !stopsAtOther)) {
      const limit = length > max ? `at most ${max} are allowed` : `at least ${min} are required`;
      return missing(furthest, Math.min(here, at + max), "", { at, length, limit });
    }
    if (!fits || stopsAtOther) missing(furthest, here, wordsFor(name));
    return fits ? here : -1;
  };
}

/** Exactly these characters. */
export function literal(expected: string): Matcher {
  return (text, at, end, furthest) => {
    const after = at + expected.length;
    if (after <= end && text.startsWith(expected, at)) return after;
    if (furthest === undefined) return -1;
    let same = 0;
    while (at + same < end && text[at + same] === expected[same]) same++;
    const isSpace = same >= expected.trimEnd().length;
    return missing(furthest, at + same, isSpace ? aSpace : `"${expected.trim()}"`);
  };
}

/** One after the other. */
export function sequence(parts: readonly Matcher[]): Matcher {
  return (text, at, end, furthest) => {
    let here = at;
    for (let index = 0; index < parts.length; index++) {
      here = (parts[index] as Matcher)(text, here, end, furthest);
      if (here >= 0) continue;
      // Where the line ends instead of with a space, what would follow that is what is really missing.
      const next = parts[index + 1];
      if (furthest?.at !== end || furthest.expected.at(-1) !== aSpace || next === undefined) return -1;
      furthest.expected = [];
      if (next(text, end, end, furthest) >= 0) furthest.expected = [aSpace];
      return -1;
    }
    return here;
  };
}

/** The first alternative that stands here. */
export function either(parts: readonly Matcher[]): Matcher {
  return (text, at, end, furthest) => {
    for (const part of parts) {
      const after = part(text, at, end, furthest);
      if (after >= 0) return after;
    }
    return -1;
  };
}

/** As often as the opening stands here, but at most so many times, each time with the rest after it. */
export function repeated(opening: Matcher, rest: Matcher, most: number): Matcher {
  return (text, at, end, furthest) => {
    let here = at;
    for (let times = 0; times < most; times++) {
      const after = opening(text, here, end, furthest);
      if (after < 0) return here;
      here = rest(text, after, end, furthest);
      if (here < 0) return -1;
    }
    return here;
  };
}

/** What stands here if the matcher accepts it; where it does not, it is expected by those words. */
export function called(words: string, matcher: Matcher): Matcher {
  return (text, at, end, furthest) => {
    const after = matcher(text, at, end);
    return after < 0 ? missing(furthest, at, words) : after;
  };
}

/** Some decimal digits, of which not everything is accepted. */
export function digitsThat(words: string, accept: (digits: string) => boolean): Matcher {
  const digits = characters("digit", 1, Number.POSITIVE_INFINITY);
  return called(words, (text, at, end) => {
    const after = digits(text, at, end);
    return after < 0 || accept(text.slice(at, after)) ? after : -1;
  });
}

/** A decimal number from `min` to `max`. */
export function integer(min: number, max: number): Matcher {
  return digitsThat(`a number from ${min} to ${max}`, (digits) => {
    const value = Number(digits);
    return value >= min && value <= max;
  });
}

import { DIGIT, isIn, TOKEN_CHAR, VISIBLE } from "./character-class.ts";

/**
 * Where in the text the thing ends that begins at `at`, or -1 if it does not stand there; never looks past
 * `end`. No matcher goes back over what it has read, so that every one is linear in the length of its line.
 */
export type Matcher = (text: string, at: number, end: number) => number;

/** From `min` to `max` characters of the classes, as many as there are. */
export function run(wanted: number, min = 1, max = Number.POSITIVE_INFINITY): Matcher {
  return (text, at, end) => {
    let here = at;
    while (here < end && isIn(text.charCodeAt(here), wanted)) here++;
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

/** One after the other; a string stands for its literal. */
export function sequence(...parts: (Matcher | string)[]): Matcher {
  const matchers = parts.map(toMatcher);
  return (text, at, end) => {
    let here = at;
    for (const matcher of matchers) {
      here = matcher(text, here, end);
      if (here < 0) return -1;
    }
    return here;
  };
}

/** The first alternative that stands here. */
export function either(...parts: (Matcher | string)[]): Matcher {
  const matchers = parts.map(toMatcher);
  return (text, at, end) => {
    for (const matcher of matchers) {
      const after = matcher(text, at, end);
      if (after >= 0) return after;
    }
    return -1;
  };
}

/** If the opening stands here, the rest must follow; otherwise nothing. */
export function optional(opening: string, rest: Matcher): Matcher {
  const open = literal(opening);
  return (text, at, end) => {
    const after = open(text, at, end);
    return after < 0 ? at : rest(text, after, end);
  };
}

/** As often as the opening stands here, each time with the rest after it; at least `min` times. */
export function repeated(opening: string, rest: Matcher, min = 0): Matcher {
  const open = literal(opening);
  return (text, at, end) => {
    let here = at;
    for (let times = 0; ; times++) {
      const after = open(text, here, end);
      if (after < 0) return times < min ? -1 : here;
      here = rest(text, after, end);
      if (here < 0) return -1;
    }
  };
}

/** One item, then any number more behind the separator. */
export function list(separator: string, item: Matcher): Matcher {
  return sequence(item, repeated(separator, item));
}

/** A decimal number from `min` to `max`. */
export function integer(min: number, max: number): Matcher {
  return (text, at, end) => {
    const after = digits(text, at, end);
    if (after < 0) return -1;
    const value = Number(text.slice(at, after));
    return value >= min && value <= max ? after : -1;
  };
}

/** Like another matcher, but a 0 only alone. */
export function withoutLeadingZero(number: Matcher): Matcher {
  return (text, at, end) => {
    const after = number(text, at, end);
    return after > at + 1 && text.charCodeAt(at) === 48 ? -1 : after;
  };
}

/** Whether the matcher takes all of it. */
export function matchesAll(matcher: Matcher, text: string): boolean {
  return matcher(text, 0, text.length) === text.length;
}

function toMatcher(part: Matcher | string): Matcher {
  return typeof part === "string" ? literal(part) : part;
}

export const digits: Matcher = run(DIGIT);
export const token: Matcher = run(TOKEN_CHAR);
export const visible: Matcher = run(VISIBLE);
/** RFC 8866 §9, byte-string: the framing has already kept NUL, CR and LF out. */
export const bytes: Matcher = (_text, at, end) => (at < end ? end : -1);
/** Whatever is left, which may be nothing. */
export const rest: Matcher = (_text, _at, end) => end;
export const port: Matcher = integer(0, 65535);

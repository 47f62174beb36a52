import {
  called,
  characters,
  digitsThat,
  either,
  integer,
  literal,
  type Matcher,
  repeated,
  sequence,
} from "./matcher.ts";

const unlimited = Number.POSITIVE_INFINITY;
const digits = characters("digit", 1, unlimited);
const decimal = sequence([digits, repeated(literal("."), digits, 1)]);

/** What a grammar may name: another grammar, or what no grammar says. */
const terms: Readonly<Record<string, string | Matcher>> = {
  /** RFC 8866 §9, byte-string: the framing has already kept NUL, CR and LF out. */
  bytes: called("a value", (_text, at, end) => (at < end ? end : -1)),
  /** Whatever is left, which may be nothing. */
  rest: (_text, _at, end) => end,
  email: called("an address with @", (text, at, end) => (/.@./.test(text.slice(at, end)) ? end : -1)),
  phone: called("a digit", (text, at, end) => (/\d/.test(text.slice(at, end)) ? end : -1)),
  digits: "1*digit",
  /** RFC 3264 §5. */
  "63-bit": digitsThat("a number below 2^63", (digits) => {
    return !/[1-9]/.test(digits.slice(0, -19)) && digits.slice(-19).padStart(19, "0") <= "9223372036854775807";
  }),
  /** RFC 8866 §9. */
  "zero-based-integer": digitsThat("a number without leading zeros", (digits) => !/^0./.test(digits)),
  /** RFC 8866 §9. */
  "non-zero-int-or-real": called("a number above 0, without needless zeros", (text, at, end) => {
    const after = decimal(text, at, end);
    const value = text.slice(at, after);
    return /^0(\d|$)/.test(value) || (value.includes(".") && value.endsWith("0")) ? -1 : after;
  }),
  token: "1*token-char",
  "non-ws": "1*vchar",
  port: "0-65535",
  time: called("0 or a time of at least 10 digits", either([literal("0"), characters("digit", 10, unlimited)])),
  "typed-time": "(1*digit)0*1unit",
  rids: "[~]1*rid-char{,[~]1*rid-char}",
  range: '("["1*list-char"]"|1*size-char)',
  // Without its opening bracket, which tells it from the direction that may follow.
  set: 'x=range,y=range{,1*letter=range}"]"',
  sets: '(*|"["set{ "["set})',
};

/**
 * The matcher of a grammar in the notation that the tables use and docs/ show. A name stands for a term,
 * `1-256` for a number in that range, `4*256ice-char` for so many characters of a class, `(a|b)` for the first that
 * stands here, `[a]` for what may be absent and `{a}` for any number of it: where the beginning of the two stands
 * here, all of it must. Everything else stands for itself, a bracket between quotation marks.
 */
export function compile(grammar: string): Matcher {
  const words = grammar.match(/"."|[\w*-]+|./g) ?? [];
  let next = 0;

  // Up to the bracket that closes it, or to the end.
  function alternatives(): Matcher {
    const found: Matcher[] = [];
    do found.push(sequence(parts()));
    while (words[next++] === "|");
    return found.length > 1 ? either(found) : (found[0] as Matcher);
  }

  function parts(): Matcher[] {
    const found: (Matcher | string)[] = [];
    for (let word = words[next]; word !== undefined && !"|)]}".includes(word); word = words[next]) {
      next++;
      const part = "([{".includes(word) ? bracket(word) : meaning(word);
      const before = found.at(-1);
      if (typeof part === "string" && typeof before === "string") found[found.length - 1] = before + part;
      else found.push(part);
    }
    return found.map((part) => (typeof part === "string" ? literal(part) : part));
  }

  function bracket(opening: string): Matcher {
    if (opening === "(") return alternatives();
    const [first, ...others] = parts();
    next++;
    return repeated(first as Matcher, sequence(others), opening === "[" ? 1 : unlimited);
  }

  return alternatives();
}

/** What a word of a grammar stands for; a string for itself. */
function meaning(word: string): Matcher | string {
  const term = terms[word];
  if (term !== undefined) return typeof term === "string" ? compile(term) : term;
  const [, least, most, name] = /^(\d+)\*(\d*)(.+)/.exec(word) ?? [];
  if (name !== undefined) return characters(name, Number(least), Number(most) || unlimited);
  const [, min, max] = /^(\d+)-(\d+)$/.exec(word) ?? [];
  return max === undefined ? word.replaceAll('"', "") : integer(Number(min), Number(max));
}

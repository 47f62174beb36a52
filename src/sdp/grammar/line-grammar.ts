import { DIGIT, isIn } from "./character-class.ts";
import {
  bytes,
  digits,
  either,
  integer,
  list,
  literal,
  type Matcher,
  optional,
  port,
  repeated,
  rest,
  run,
  sequence,
  token,
  visible,
} from "./matcher.ts";

/** One type of line: what it may stand behind, at each level, and how its value is written. */
export interface LineGrammar {
  readonly type: string;
  /** The types it may follow in the session part; `^` is the beginning. Says order, number and presence at once. */
  readonly afterInSession: string;
  /** The types it may follow in a media section; none where the section cannot hold it. */
  readonly afterInMedia: string;
  readonly form: string;
  readonly value: Matcher;
}

/** What a session part may end with: nothing mandatory is missing then. */
export const sessionMayEndWith = "trzka";

const time = either("0", run(DIGIT, 10));
const typedTime = sequence(digits, optionalUnit);
const origin = sequence(visible, " ", digits, " ", digits, " ", token, " ", token, " ", visible);
const key = either(literal("prompt"), sequence(either("clear:", "base64:", "uri:"), bytes));
const media = sequence(
  token,
  " ",
  port,
  optional("/", integer(1, 65535)),
  " ",
  list("/", token),
  repeated(" ", token, 1),
);

/**
 * The lines of a description. An attribute's own grammar is in the table of attributes.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8866.html#section-9
 */
// biome-ignore format: a table reads best as a table
const table: readonly (readonly [type: string, afterInSession: string, afterInMedia: string, form: string, value: Matcher])[] = [
  ["v", "^",       "",       "0", literal("0")],
  ["o", "v",       "",       "username sess-id sess-version nettype addrtype address", origin],
  ["s", "o",       "",       "name (a blank will do)", bytes],
  ["i", "s",       "m",      "text", bytes],
  ["u", "si",      "",       "URI", visible],
  ["e", "siue",    "",       "email", sequence(upTo("@"), bytes)],
  ["p", "siuep",   "",       "phone", sequence(upToDigit, rest)],
  ["c", "siuep",   "mic",    "nettype addrtype address", sequence(token, " ", token, " ", visible)],
  ["b", "siuepcb", "micb",   "type:digits", sequence(token, ":", digits)],
  ["t", "siuepcbtrz", "",    "start stop", sequence(time, " ", time)],
  ["r", "tr",      "",       "interval duration offsets", sequence(typedTime, " ", typedTime, repeated(" ", typedTime, 1))],
  ["z", "tr",      "",       "time offset ...", list(" ", sequence(time, " ", either(sequence("-", typedTime), typedTime)))],
  ["k", "trz",     "micb",   "prompt, clear:, base64: or uri:", key],
  ["a", "trzka",   "micbka", "token[:value]", sequence(token, optional(":", bytes))],
  ["m", "trzka",   "micbka", "media port proto fmt ...", media],
];

/** The types of line, in their order. */
export const lineGrammars: readonly LineGrammar[] = table.map(([type, afterInSession, afterInMedia, form, value]) => {
  return { type, afterInSession, afterInMedia, form, value };
});

/** The types of line by the code of their letter. */
export const lineGrammarsByCode: ReadonlyMap<number, LineGrammar> = new Map(
  lineGrammars.map((grammar) => [grammar.type.charCodeAt(0), grammar]),
);

function optionalUnit(text: string, at: number, end: number): number {
  return at < end && "dhms".includes(text.charAt(at)) ? at + 1 : at;
}

/** Something, then the character. */
function upTo(character: string): Matcher {
  return (text, at, end) => {
    const found = text.indexOf(character, at);
    return found > at && found < end ? found + 1 : -1;
  };
}

function upToDigit(text: string, at: number, end: number): number {
  let here = at;
  while (here < end && !isIn(text.charCodeAt(here), DIGIT)) here++;
  return here < end ? here + 1 : -1;
}

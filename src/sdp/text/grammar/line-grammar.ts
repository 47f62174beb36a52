import type { Matcher } from "./matcher.ts";
import { compile } from "./notation.ts";

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

/**
 * The lines of a description. An attribute's own grammar is in the table of attributes.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8866.html#section-9
 */
// biome-ignore format: a table reads best as a table
const table: readonly (readonly [type: string, afterInSession: string, afterInMedia: string, form: string])[] = [
  ["v", "^",       "",       "0"],
  ["o", "v",       "",       "non-ws digits digits token token non-ws"],
  ["s", "o",       "",       "bytes"],
  ["i", "s",       "m",      "bytes"],
  ["u", "si",      "",       "non-ws"],
  ["e", "siue",    "",       "email"],
  ["p", "siuep",   "",       "phone"],
  ["c", "siuep",   "mic",    "token token non-ws"],
  ["b", "siuepcb", "micb",   "token:digits"],
  ["t", "siuepcbtrz", "",    "time time"],
  ["r", "tr",      "",       "typed-time typed-time typed-time{ typed-time}"],
  ["z", "tr",      "",       "time [-]typed-time{ time [-]typed-time}"],
  ["k", "trz",     "micb",   "(prompt|clear:bytes|base64:bytes|uri:bytes)"],
  ["a", "trzka",   "micbka", "token[:bytes]"],
  ["m", "trzka",   "micbka", "token port[/1-65535] token{/token} token{ token}"],
];

/** The types of line, in their order. */
export const lineGrammars: readonly LineGrammar[] = table.map(([type, afterInSession, afterInMedia, form]) => {
  return { type, afterInSession, afterInMedia, form, value: compile(form) };
});

/** The types of line by the code of their letter. */
export const lineGrammarsByCode: ReadonlyMap<number, LineGrammar> = new Map(
  lineGrammars.map((grammar) => [grammar.type.charCodeAt(0), grammar]),
);

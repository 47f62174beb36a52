import type { Matcher } from "./matcher.ts";
import { compile } from "./notation.ts";

/** One type of line: how its value is written, and the types that may follow it. */
export interface LineGrammar {
  readonly type: string;
  readonly form: string;
  readonly value: Matcher;
  /** The types that may follow it in the session part, in their order: order, number and presence of lines at once. */
  readonly nextInSession: string;
  /** The types that may follow it in a media section; empty where a media section cannot hold it. */
  readonly nextInMedia: string;
}

/** The type that a description begins with. */
export const firstType = "v";

/** The type that opens a media section. A session part is complete where a media section may follow. */
export const sectionType = "m";

/**
 * The lines of a description. An attribute's own grammar is in the table of attributes.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8866.html#section-9
 */
// biome-ignore format: a table reads best as a table
const lineRows: readonly (readonly [type: string, nextInSession: string, nextInMedia: string, form: string])[] = [
  ["v", "o",       "",       "0"],
  ["o", "s",       "",       "non-ws 63-bit 63-bit token token non-ws"],
  ["s", "iuepcbt", "",       "bytes"],
  ["i", "uepcbt",  "cbkam",  "bytes"],
  ["u", "epcbt",   "",       "non-ws"],
  ["e", "epcbt",   "",       "email"],
  ["p", "pcbt",    "",       "phone"],
  ["c", "bt",      "cbkam",  "token token non-ws"],
  ["b", "bt",      "bkam",   "token:digits"],
  ["t", "trzkam",  "",       "time time"],
  ["r", "trzkam",  "",       "typed-time typed-time typed-time{ typed-time}"],
  ["z", "tkam",    "",       "time [-]typed-time{ time [-]typed-time}"],
  ["k", "am",      "am",     "(prompt|clear:bytes|base64:bytes|uri:bytes)"],
  ["a", "am",      "am",     "token[:bytes]"],
  ["m", "",        "icbkam", "token port[/1-65535] token{/token} token{ token}"],
];

/** The types of line by their letter, in their order. */
export const lineGrammars: ReadonlyMap<string, LineGrammar> = new Map(
  lineRows.map(([type, nextInSession, nextInMedia, form]) => {
    return [type, { type, nextInSession, nextInMedia, form, value: compile(form) }];
  }),
);

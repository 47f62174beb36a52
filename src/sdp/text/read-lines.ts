import { describeSections, newLevel, type SectionDraft } from "../description/describe.ts";
import type { Sdp } from "../description/description.ts";
import { complaint, type RuleEntry } from "../rule-entry.ts";
import { type LineGrammar, lineGrammars, lineGrammarsByCode, sessionMayEndWith } from "./grammar/line-grammar.ts";
import { missingConnection, withMissingConnection } from "./missing-connection.ts";
import { readAttribute } from "./read-attribute.ts";
import { begin, type Fault, fail, type Reader, type ReadingOptions, warn } from "./reader.ts";
import { lengthRule, syntaxRule } from "./syntax-rules.ts";

const CR = 13;
const EQUALS = 61;

/**
 * Reads the lines of a description in one pass and stops at the first that is wrong.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8866.html#section-9
 * @see https://www.rfc-editor.org/rfc/rfc9429.html#section-5.8
 */
export function readSdp(text: string, options: ReadingOptions): Sdp | Fault {
  const reader = begin(text, options);
  let carriageReturn = text.indexOf("\r");
  const nul = text.indexOf("\0");
  let next = 0;
  while (next < text.length) {
    reader.lineStart = next;
    reader.sdpLineNumber++;
    const lineFeed = text.indexOf("\n", next);
    const stop = lineFeed < 0 ? text.length : lineFeed;
    const framedByCr = lineFeed > next && text.charCodeAt(lineFeed - 1) === CR;
    reader.at = next + 2;
    reader.end = framedByCr ? stop - 1 : stop;
    next = stop + 1;
    // The next of each is looked for only once it is passed, so that all the looking is one pass.
    const stray = (carriageReturn >= 0 && carriageReturn < reader.end) || (nul >= 0 && nul < reader.end);
    if (carriageReturn >= 0 && carriageReturn < next) carriageReturn = text.indexOf("\r", next);
    const fault = stray ? fail(reader, "S1") : readLine(reader);
    if (fault !== null) return withMissingConnection(reader, fault);
  }
  return end(reader);
}

function readLine(reader: Reader): Fault | null {
  const { text, lineStart, at, end } = reader;
  const grammar = lineGrammarsByCode.get(text.charCodeAt(lineStart));
  if (grammar === undefined || at > end || text.charCodeAt(lineStart + 1) !== EQUALS) {
    return fail(reader, "S1");
  }
  const { type } = grammar;
  const after = reader.section === null ? grammar.afterInSession : grammar.afterInMedia;
  if (!after.includes(reader.previous)) return fail(reader, "S2", expectation(reader));
  reader.previous = type;
  if (type === "a") return readAttribute(reader);
  if (grammar.value(text, at, end) !== end) return fail(reader, "S3", `expected ${type}=${grammar.form}`);
  return keep(reader, grammar);
}

function keep(reader: Reader, { type }: LineGrammar): Fault | null {
  if (type === "o") reader.origin = reader.text.slice(reader.at, reader.end);
  if (type === "c") reader.level.connected = true;
  if (type !== "m") return null;
  const fault = missingConnection(reader);
  if (fault !== null) return fault;
  openSection(reader);
  return null;
}

function openSection(reader: Reader): void {
  const [media = "", port = "", protocol = "", ...formats] = reader.text.slice(reader.at, reader.end).split(" ");
  const { sdpLineNumber } = reader;
  const section: SectionDraft = {
    index: reader.sections.length,
    sdpLineNumber,
    lineStart: reader.lineStart,
    media,
    port: Number.parseInt(port, 10),
    protocol,
    formats,
    ...newLevel(),
  };
  reader.sections.push(section);
  reader.section = section;
  reader.level = section;
}

function end(reader: Reader): Sdp | Fault {
  const { text, section, previous } = reader;
  if (section === null && !sessionMayEndWith.includes(previous)) {
    reader.sdpLineNumber = Math.max(reader.sdpLineNumber, 1);
    return fail(reader, "S2", expectation(reader));
  }
  const fault = missingConnection(reader);
  if (fault !== null) return fault;
  if (reader.warn !== null && !text.endsWith("\n")) warn(reader, "W16");
  return describeSections(text, reader.origin, reader.session, reader.sections);
}

function expectation({ previous, section }: Reader): string {
  const allowed = lineGrammars
    .filter((row) => (section === null ? row.afterInSession : row.afterInMedia).includes(previous))
    .map((row) => `${row.type}=`);
  return `expected ${allowed.join(" or ")} here`;
}

/** Reads a description of at most so many code units; what is no text, or too long for that, is a fault of line 1. */
export function readText(text: unknown, maxSdpLength: number, options: ReadingOptions): Sdp | Fault {
  if (typeof text !== "string") return unread(syntaxRule("S1"), "not a string");
  return text.length > maxSdpLength
    ? tooLong(`${text.length} code units, not ${maxSdpLength}`)
    : readSdp(text, options);
}

/** The fault of a text that is too long to be read. */
export function tooLong(detail: string): Fault {
  return unread(lengthRule, `${complaint(lengthRule)}: ${detail}`);
}

function unread({ id: rule, reference }: RuleEntry, message: string): Fault {
  return { rule, sdpLineNumber: 1, message, reference };
}

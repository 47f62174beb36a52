import { failure, type Result, success } from "../../result.ts";
import type { Fault } from "./fault.ts";
import { type LineGrammar, lineGrammars, sectionType } from "./grammar/line-grammar.ts";
import { missingConnection, withMissingConnection } from "./missing-connection.ts";
import { readAttribute } from "./read-attribute.ts";
import { begin, faultOf, newLevel, type Reader, type ReadingOptions, type SectionDraft, warn } from "./reader.ts";
import type { SdpLines } from "./sdp-lines.ts";

const CR = 13;
const EQUALS = 61;

/**
 * Reads the lines of a description in one pass and stops at the first that is wrong.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8866.html#section-9
 * @see https://www.rfc-editor.org/rfc/rfc9429.html#section-5.8
 */
export function readLines(text: string, options: ReadingOptions): Result<SdpLines, Fault> {
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
    const fault = stray ? faultOf(reader, "S1") : readLine(reader);
    if (fault !== null) return failure(withMissingConnection(reader, fault));
  }
  const fault = faultAtEnd(reader);
  if (fault !== null) return failure(fault);
  const { origin, session, sections } = reader;
  return success({ text, origin, session, sections });
}

function readLine(reader: Reader): Fault | null {
  const { text, lineStart, at, end } = reader;
  const grammar = lineGrammars.get(text.charAt(lineStart));
  if (grammar === undefined || at > end || text.charCodeAt(lineStart + 1) !== EQUALS) {
    return faultOf(reader, "S1");
  }
  const { type } = grammar;
  if (!reader.next.includes(type)) return faultOf(reader, "S2", `expected ${asLines(reader.next)} here`);
  const inSession = reader.section === null && type !== sectionType;
  reader.next = inSession ? grammar.nextInSession : grammar.nextInMedia;
  if (type === "a") return readAttribute(reader);
  if (grammar.value(text, at, end) !== end) return faultOf(reader, "S3", `expected ${type}=${grammar.form}`);
  return keep(reader, grammar);
}

function keep(reader: Reader, { type }: LineGrammar): Fault | null {
  if (type === "o") reader.origin = reader.text.slice(reader.at, reader.end);
  if (type === "c") reader.level.connected = true;
  if (type !== sectionType) return null;
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

function faultAtEnd(reader: Reader): Fault | null {
  const { text, next } = reader;
  if (!next.includes(sectionType)) {
    // The line that is missing would stand past the end: the last line is reported, and line 1 of an empty text.
    reader.sdpLineNumber = Math.max(reader.sdpLineNumber, 1);
    return faultOf(reader, "S2", `the text ends, expected ${asLines(mandatoryOf(next))} next`);
  }
  const fault = missingConnection(reader);
  if (fault === null && !text.endsWith("\n")) warn(reader, "W16");
  return fault;
}

/**
 * Of the types that may come next in an incomplete session part, the one that must come: all others are optional
 * before it.
 */
function mandatoryOf(next: string): string {
  return next.slice(-1);
}

function asLines(types: string): string {
  return [...types].map((type) => `${type}=`).join(" or ");
}

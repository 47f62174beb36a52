import { failure, type Result, success } from "../../result.ts";
import { badFraming } from "./explain/framing.ts";
import { malformed } from "./explain/malformed.ts";
import type { Fault } from "./fault.ts";
import { type LineGrammar, lineGrammars, sectionType } from "./grammar/line-grammar.ts";
import { incomplete, misplaced } from "./order.ts";
import { readAttribute } from "./read-attribute.ts";
import { begin, newLevel, type Reader, type ReadingOptions, type SectionDraft } from "./reader.ts";
import { missingConnection, refuseLine, withMissingConnection } from "./refuse-line.ts";
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
  const fault = readOn(reader);
  return fault === null ? success(linesOf(reader)) : failure(fault);
}

/** What has been read. */
export function linesOf({ text, origin, session, sections }: Reader): SdpLines {
  return { text, origin, session, sections };
}

/** Reads on until behind the next line that is wrong, and gives its fault; null where the rest is right. */
export function readOn(reader: Reader): Fault | null {
  const { text } = reader;
  let next = reader.position;
  let { carriageReturn, nul } = reader;
  while (next < text.length) {
    reader.lineStart = next;
    // The next of each is looked for only once it is passed, so that all the looking is one pass.
    if (carriageReturn >= 0 && carriageReturn < next) carriageReturn = text.indexOf("\r", next);
    if (nul >= 0 && nul < next) nul = text.indexOf("\0", next);
    reader.sdpLineNumber++;
    const lineFeed = text.indexOf("\n", next);
    const stop = lineFeed < 0 ? text.length : lineFeed;
    const framedByCr = lineFeed > next && text.charCodeAt(lineFeed - 1) === CR;
    reader.at = next + 2;
    reader.end = framedByCr ? stop - 1 : stop;
    next = stop + 1;
    const stray = (carriageReturn >= 0 && carriageReturn < reader.end) || (nul >= 0 && nul < reader.end);
    const fault = stray ? unframed(reader) : readLine(reader);
    if (fault === null) continue;
    Object.assign(reader, { position: next, carriageReturn, nul });
    return withMissingConnection(reader, fault);
  }
  reader.position = next;
  return readEnd(reader);
}

function readLine(reader: Reader): Fault | null {
  const { text, lineStart, at, end } = reader;
  const grammar = lineGrammars.get(text.charAt(lineStart));
  if (grammar === undefined || at > end || text.charCodeAt(lineStart + 1) !== EQUALS) return unframed(reader);
  const { type } = grammar;
  const inSession = reader.section === null && type !== sectionType;
  reader.nextBefore = reader.next;
  const isInPlace = reader.next.includes(type);
  if (isInPlace) reader.next = inSession ? grammar.nextInSession : grammar.nextInMedia;
  if (type === "a" && isInPlace) return readAttribute(reader);
  const fault = isInPlace ? (type === sectionType ? missingConnection(reader) : null) : misplaced(reader, grammar);
  if (fault !== null) return fault;
  if (grammar.value(text, at, end) !== end)
    return refuseLine(reader, "S3", malformed(reader, `${type}=`, grammar.value));
  keep(reader, grammar);
  return null;
}

function unframed(reader: Reader): Fault | null {
  return refuseLine(reader, "S1", badFraming(reader));
}

function keep(reader: Reader, { type }: LineGrammar): void {
  const { level } = reader;
  if (type === "c") level.connected = true;
  if (type === "o") reader.origin = reader.text.slice(reader.at, reader.end);
  if (type === sectionType) openSection(reader);
  else if (!level.types.includes(type)) level.types += type;
}

/** Opens the media section of the m= line being read. */
export function openSection(reader: Reader): void {
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

function readEnd(reader: Reader): Fault | null {
  reader.atEnd = true;
  const problem = incomplete(reader);
  if (problem !== null) return refuseLine(reader, "S2", problem);
  const fault = missingConnection(reader);
  if (fault === null && !"\r\n".includes(reader.text.slice(-1))) reader.options.listener?.warn(reader, "W16");
  return fault;
}

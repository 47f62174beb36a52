import { failure, type Result, success } from "../../result.ts";
import { badFraming } from "./explain/framing.ts";
import { malformed } from "./explain/malformed.ts";
import type { Fault } from "./fault.ts";
import { type LineGrammar, lineGrammars, sectionType } from "./grammar/line-grammar.ts";
import { incomplete, misplaced } from "./order.ts";
import { readAttribute } from "./read-attribute.ts";
import { begin, newLevel, type Reader, type ReadingOptions, type SectionDraft } from "./reader.ts";
import { doubt, missingConnection, refuseLine } from "./refuse-line.ts";
import type { SdpLines } from "./sdp-lines.ts";

const CR = 13;
const EQUALS = 61;

/**
 * Reads the lines of a description in one pass. Without a listener the first that is wrong ends it.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8866.html#section-9
 * @see https://www.rfc-editor.org/rfc/rfc9429.html#section-5.8
 */
export function readLines(text: string, options: ReadingOptions): Result<SdpLines, Fault> {
  const reader = begin(text, options);
  let carriageReturn = text.indexOf("\r");
  let nul = text.indexOf("\0");
  let next = 0;
  while (next < text.length && !reader.ended) {
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
    if (nul >= 0 && nul < next) nul = text.indexOf("\0", next);
    const fault = stray ? unframed(reader) : readLine(reader);
    if (fault !== null) return failure(fault);
  }
  const fault = faultAtEnd(reader);
  if (fault !== null) return failure(fault);
  const { origin, session, sections } = reader;
  return success({ text, origin, session, sections });
}

function readLine(reader: Reader): Fault | null {
  const { text, lineStart, at, end } = reader;
  const grammar = lineGrammars.get(text.charAt(lineStart));
  if (grammar === undefined || at > end || text.charCodeAt(lineStart + 1) !== EQUALS) return unframed(reader);
  const { type } = grammar;
  const inSession = reader.section === null && type !== sectionType;
  if (reader.next.includes(type)) reader.next = inSession ? grammar.nextInSession : grammar.nextInMedia;
  else {
    const outcome = misplaced(reader, grammar);
    if (type === "c") reader.level.connected = true;
    if (outcome !== "read") return outcome === "passed over" ? null : outcome;
    if (reader.next.includes(type)) reader.next = inSession ? grammar.nextInSession : grammar.nextInMedia;
  }
  if (type === "a") return readAttribute(reader);
  const fault = type === sectionType ? missingConnection(reader) : null;
  if (fault !== null) return fault;
  if (grammar.value(text, at, end) === end) keep(reader, grammar);
  else return refuseLine(reader, "S3", malformed(reader, `${type}=`, grammar.value)) ?? leaveOut(reader, grammar);
  return null;
}

/** The fault of a line that is no line of SDP. What it was meant as is not known, unless it is empty. */
function unframed(reader: Reader): Fault | null {
  const fault = refuseLine(reader, "S1", badFraming(reader));
  if (fault !== null || reader.end === reader.lineStart) return fault;
  doubt(reader, null);
  if (reader.section !== null) return null;
  reader.session.connected ||= reader.next.includes("c");
  reader.isLineLost = true;
  return null;
}

/** Leaves out a line whose value cannot be read, but for the section that an m= line opens. */
function leaveOut(reader: Reader, { type }: LineGrammar): null {
  if (type === "c") reader.level.connected = true;
  if (type !== sectionType) return null;
  openSection(reader);
  doubt(reader, null);
  return null;
}

function keep(reader: Reader, { type }: LineGrammar): void {
  const { level } = reader;
  if (type === sectionType) {
    openSection(reader);
    return;
  }
  if (type === "c") level.connected = true;
  if (type === "o") reader.origin = reader.text.slice(reader.at, reader.end);
  if (!level.types.includes(type)) level.types += type;
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
  if (reader.ended) return null;
  const problem = incomplete(reader);
  if (problem !== null) return reader.isLineLost ? null : refuseLine(reader, "S2", problem);
  const fault = missingConnection(reader);
  if (fault === null && !"\r\n".includes(reader.text.slice(-1))) reader.options.listener?.warn(reader, "W16");
  return fault;
}

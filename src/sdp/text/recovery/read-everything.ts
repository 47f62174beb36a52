import type { Fault } from "../fault.ts";
import { attributeGrammars } from "../grammar/attribute-grammar.ts";
import { sectionType } from "../grammar/line-grammar.ts";
import { lackingBefore } from "../order.ts";
import { linesOf, openSection, readOn } from "../read-lines.ts";
import { begin, type Reader, type ReadingOptions } from "../reader.ts";
import type { SdpLines } from "../sdp-lines.ts";
import type { Doubts } from "./doubts.ts";

/** What could be read, and every error in the order of the lines. */
export interface ReadEverything {
  readonly lines: SdpLines;
  readonly errors: readonly Fault[];
}

/** A reading that goes on after errors. */
interface Recovery {
  readonly reader: Reader;
  readonly doubts: Doubts;
  /** The types of line whose absence was reported. */
  missing: string;
  /** Whether the session part has a line that could be any. */
  isLineLost: boolean;
}

/** What to do after an error: list it or not, and stop or not. */
type AfterError = "list" | "hide" | "list and stop";

/** Reads all lines of a text, and goes on after an error wherever that makes sense, until there are too many. */
export function readEverything(
  text: string,
  options: ReadingOptions,
  doubts: Doubts,
  mostErrors: number,
): ReadEverything {
  const reader = begin(text, options);
  const recovery: Recovery = { reader, doubts, missing: "", isLineLost: false };
  const errors: Fault[] = [];
  for (let fault = readOn(reader); fault !== null; fault = readOn(reader)) {
    if (errors.length === mostErrors) {
      errors.push({ ...fault, message: `${fault.message}; what follows was not read, after ${mostErrors} errors` });
      doubts.addEverything();
      break;
    }
    const step = recover(recovery, fault);
    if (step !== "hide") errors.push(fault);
    if (step === "list and stop" || (reader.atEnd && fault.rule !== "S6")) break;
  }
  return { lines: linesOf(reader), errors: errors.sort((a, b) => a.sdpLineNumber - b.sdpLineNumber) };
}

/** Sets the reader to where reading goes on. */
function recover(recovery: Recovery, fault: Fault): AfterError {
  const { reader, doubts } = recovery;
  const { section, next } = reader;
  if (fault.rule === "S6") {
    if (section !== null) section.connected = true;
    if (!reader.atEnd) readAgain(reader, reader.nextBefore);
    return "list";
  }
  // Where a c= line may come, the wrong line may be what was meant as one.
  if (section !== null && next.includes("c")) section.connected = true;
  switch (fault.rule) {
    case "S1":
      return afterUnknownLine(recovery);
    case "S2":
    case "S7":
      return afterMisplacedLine(recovery);
    case "S3":
      afterMalformedLine(recovery);
      return "list";
    case "S4":
      doubtAttribute(reader, doubts);
      return "list";
    default:
      return "list";
  }
}

/** What a line was meant as that is no line of SDP is not known, unless it is empty. */
function afterUnknownLine(recovery: Recovery): AfterError {
  const { reader, doubts } = recovery;
  const { section, session, next } = reader;
  if (reader.end === reader.lineStart) return "list";
  doubts.addEverything();
  if (section !== null) return "list";
  session.connected ||= next.includes("c");
  recovery.isLineLost = true;
  return "list";
}

/** A missing line is taken for read; a line that stands too late is passed over. */
function afterMisplacedLine(recovery: Recovery): AfterError {
  const { reader, doubts, isLineLost, missing } = recovery;
  const type = reader.atEnd ? "" : typeOf(reader);
  if (reader.atEnd) return isLineLost ? "hide" : "list";
  const [lacking, next] = lackingBefore(type, reader.next);
  if (lacking !== "") {
    recovery.missing += lacking;
    doubts.addEverything();
    readAgain(reader, next);
    // The line that could be any may be the one that is missing.
    return isLineLost ? "hide" : "list";
  }
  if (type === "c") reader.level.connected = true;
  if (missing.includes(type)) return "hide";
  return type === "v" && reader.section !== null ? "list and stop" : "list";
}

/** The lines of a section keep their place, whatever its m= line says. */
function afterMalformedLine({ reader, doubts }: Recovery): void {
  const type = typeOf(reader);
  if (type === "a") doubtAttribute(reader, doubts);
  if (type === "c") reader.level.connected = true;
  if (type !== sectionType) return;
  openSection(reader);
  doubts.addEverything();
}

function doubtAttribute({ text, at, end, level }: Reader, doubts: Doubts): void {
  const [name = ""] = text.slice(at, end).split(/[: ]/, 1);
  const grammar = attributeGrammars.get(name);
  if (grammar !== undefined) doubts.addAttribute(level, grammar.key);
}

function readAgain(reader: Reader, next: string): void {
  reader.position = reader.lineStart;
  reader.sdpLineNumber--;
  reader.next = next;
}

function typeOf({ text, lineStart }: Reader): string {
  return text.charAt(lineStart);
}

import type { Reference } from "../../specifications.ts";
import { type LevelDraft, newLevel, type SectionDraft } from "../description/describe.ts";
import type { Sdp } from "../description/description.ts";
import { complaint } from "../rule-entry.ts";
import { quote } from "./quote.ts";
import { syntaxRule } from "./syntax-rules.ts";

/** What is wrong with a line, or only odd about it. */
export interface Fault {
  readonly rule: string;
  /** 1-based. */
  readonly sdpLineNumber: number;
  readonly message: string;
  /** Where the grammar of this very line stands, or else the rule. */
  readonly reference: Reference;
}

/** Hears of a warning, with the index of the media section that the line is in, or null. */
export type Warn = (fault: Fault, mLineIndex: number | null) => void;

/** How the lines are to be read. */
export interface ReadingOptions {
  /** Of S4, S5 and S6, those that only warn. */
  readonly tolerate: ReadonlySet<string>;
  /** Null where warnings are not wanted: they then cost nothing. */
  readonly warn: Warn | null;
}

/** Where the reading stands. */
export interface Reader extends ReadingOptions {
  readonly text: string;
  readonly session: LevelDraft;
  readonly sections: SectionDraft[];
  level: LevelDraft;
  /** The media section that the line is in. */
  section: SectionDraft | null;
  origin: string;
  sdpLineNumber: number;
  /** Where the line begins, its value begins, and its value ends. */
  lineStart: number;
  at: number;
  end: number;
  /** The letter of the line before. */
  previous: string;
}

/** Before the first line. */
export function begin(text: string, options: ReadingOptions): Reader {
  const session: LevelDraft = newLevel();
  return {
    tolerate: options.tolerate,
    warn: options.warn,
    text,
    session,
    sections: [],
    level: session,
    section: null,
    origin: "",
    sdpLineNumber: 0,
    lineStart: 0,
    at: 0,
    end: 0,
    previous: "^",
  };
}

/** A fault of the line being read; its message says the rule unless told, and shows the line. */
export function fail(
  { text, lineStart, sdpLineNumber }: Pick<Reader, "text" | "lineStart" | "sdpLineNumber">,
  id: string,
  message?: string,
  reference?: Reference,
): Fault {
  const rule = syntaxRule(id);
  const end = text.indexOf("\n", lineStart);
  const line = text.slice(lineStart, end < 0 ? text.length : end);
  return {
    rule: id,
    sdpLineNumber,
    message: `${message ?? complaint(rule)}: ${quote(line.endsWith("\r") ? line.slice(0, -1) : line)}`,
    reference: reference ?? rule.reference,
  };
}

/** Says what is odd about the line being read, where someone listens. */
export function warn(reader: Reader, rule: string, message?: string, reference?: Reference): void {
  reader.warn?.(fail(reader, rule, message, reference), reader.section?.index ?? null);
}

/** The fault, or null and a warning of the same rule where that is tolerated. */
export function tolerable(reader: Reader, fault: Fault): Fault | null {
  if (!reader.tolerate.has(fault.rule)) return fault;
  reader.warn?.(fault, reader.section?.index ?? null);
  return null;
}

/** Whether a reading failed. */
export function isFault(read: Sdp | Fault): read is Fault {
  return "rule" in read;
}

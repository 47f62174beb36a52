import type { Reference } from "../../specifications.ts";
import type { RuleEntry } from "../rule-entry.ts";
import { type Fault, lineFault } from "./fault.ts";
import { firstType } from "./grammar/line-grammar.ts";
import type { Attribute, Level } from "./level.ts";
import type { SectionLines } from "./sdp-lines.ts";
import { type SyntaxRuleId, syntaxRule } from "./syntax-rules.ts";
import type { SyntaxWarningId } from "./syntax-warnings.ts";

/** Where warnings go. Their texts come along, so that a reader without warnings does without them. */
export interface Warnings {
  readonly rules: readonly RuleEntry<SyntaxWarningId>[];
  /** Receives a warning, with the index of the media section that the line is in, or null. */
  readonly report: (fault: Fault, mLineIndex: number | null) => void;
}

/** How the lines are to be read. */
export interface ReadingOptions {
  /** In UTF-16 code units. */
  readonly maxSdpLength: number;
  /** The ids of the rules that only warn. */
  readonly tolerate: ReadonlySet<string>;
  /** Null where warnings are not wanted: they then cost nothing. */
  readonly warnings: Warnings | null;
}

/** A level while its lines are being read. */
export interface LevelDraft extends Level {
  readonly attributes: Attribute[];
  readonly known: Map<string, Attribute[]>;
  /** Whether it has a c= line. */
  connected: boolean;
}

/** A media section while its lines are being read. */
export interface SectionDraft extends LevelDraft, SectionLines {
  readonly attributes: Attribute[];
  readonly known: Map<string, Attribute[]>;
  readonly lineStart: number;
}

/** Where the reading stands. */
export interface Reader {
  readonly options: ReadingOptions;
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
  /** The types of line that may come next. */
  next: string;
}

/** Before the first line. */
export function begin(text: string, options: ReadingOptions): Reader {
  const session = newLevel();
  return {
    options,
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
    next: firstType,
  };
}

/** A level without lines yet. */
export function newLevel(): LevelDraft {
  return { attributes: [], known: new Map(), connected: false };
}

/** Reports what is odd about the line being read. */
export function warn(reader: Reader, id: SyntaxWarningId, message?: string, reference?: Reference): void {
  const { warnings } = reader.options;
  const rule = warnings?.rules.find((entry) => entry.id === id);
  if (rule !== undefined) warnings?.report(lineFault(reader, rule, message, reference), reader.section?.index ?? null);
}

/** A fault of the line being read. */
export function faultOf(reader: Reader, id: SyntaxRuleId, message?: string, reference?: Reference): Fault {
  return lineFault(reader, syntaxRule(id), message, reference);
}

/** The fault; null where its rule is tolerated, and then it is reported as a warning. */
export function unlessTolerated(reader: Reader, fault: Fault): Fault | null {
  if (!isTolerated(reader, fault.rule)) return fault;
  reader.options.warnings?.report(fault, reader.section?.index ?? null);
  return null;
}

/** Whether the breach of a rule only warns. */
export function isTolerated({ options }: Reader, id: string): boolean {
  return options.tolerate.has(id) && syntaxRule(id).tolerable;
}

import { firstType } from "./grammar/line-grammar.ts";
import type { Attribute, Level } from "./level.ts";
import type { Listener } from "./recovery/listener.ts";
import type { SectionLines } from "./sdp-lines.ts";

/** How the lines are to be read. */
export interface ReadingOptions {
  /** In UTF-16 code units. */
  readonly maxSdpLength: number;
  /** The ids of the rules that only warn. */
  readonly tolerate: ReadonlySet<string>;
  /** Null where warnings are not wanted: they then cost nothing. */
  readonly listener: Listener | null;
}

/** A level while its lines are being read. */
export interface LevelDraft extends Level {
  readonly attributes: Attribute[];
  known: Map<string, Attribute[]>;
  /** Whether it has a c= line. */
  connected: boolean;
  /** The types of the lines that it has had, attributes aside. */
  types: string;
}

/** A media section while its lines are being read. */
export interface SectionDraft extends LevelDraft, SectionLines {
  readonly attributes: Attribute[];
  known: Map<string, Attribute[]>;
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
  /** Where the next line begins. */
  position: number;
  /** Where the next CR and the next NUL are; negative where no more come. */
  carriageReturn: number;
  nul: number;
  /** The types of line that may come next, and those that could come in place of the line being read. */
  next: string;
  nextBefore: string;
  /** Whether all lines are read. */
  atEnd: boolean;
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
    position: 0,
    carriageReturn: text.indexOf("\r"),
    nul: text.indexOf("\0"),
    next: firstType,
    nextBefore: firstType,
    atEnd: false,
  };
}

/** A level without lines yet. */
export function newLevel(): LevelDraft {
  return { attributes: [], known: new Map(), connected: false, types: "" };
}

import type { Level } from "./level.ts";

/** A media section as its lines have it. */
export interface SectionLines extends Level {
  readonly index: number;
  /** Of its m= line, 1-based. */
  readonly sdpLineNumber: number;
  readonly media: string;
  readonly port: number;
  readonly protocol: string;
  readonly formats: readonly string[];
}

/** The lines of a text that passed the syntax rules. */
export interface SdpLines {
  readonly text: string;
  /** The value of the o= line. */
  readonly origin: string;
  readonly session: Level;
  readonly sections: readonly SectionLines[];
}

import type { KnownDeviation, Step } from "../library.ts";

/** What the page must do. */
export interface GlareOrder {
  readonly seed: number;
  /** How many pairs of negotiators meet, one after the other. */
  readonly pairs: number;
  /** How often each pair collides. */
  readonly rounds: number;
  readonly knownDeviations: readonly KnownDeviation[];
}

/** What the page has seen. */
export interface GlareReport {
  readonly sides: readonly ObservedSide[];
}

/** What was observed of one peer connection. */
export interface ObservedSide {
  readonly name: string;
  readonly steps: readonly Step[];
  /** What `jsep-machine replay` reads. */
  readonly trace: string;
  /** The errors of the negotiator's refused calls. */
  readonly errors: readonly string[];
}

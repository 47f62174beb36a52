import type { KnownDeviation, Step } from "../library.ts";

/** What the page is to do. */
export interface GlareOrder {
  readonly seed: number;
  /** How many times two negotiators meet. */
  readonly pairs: number;
  /** How often they collide. */
  readonly rounds: number;
  readonly knownDeviations: readonly KnownDeviation[];
}

/** What the page has seen. */
export interface GlareReport {
  readonly sides: readonly ObservedSide[];
}

/** What was observed of one of the two peer connections. */
export interface ObservedSide {
  readonly name: string;
  readonly steps: readonly Step[];
  /** What `jsep-machine replay` reads. */
  readonly trace: string;
  /** What the negotiator's calls were refused with. */
  readonly errors: readonly string[];
}

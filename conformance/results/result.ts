import type { Reference } from "../../src/entries/index.ts";
import type { DifferenceCause } from "../library.ts";

/** What was found of one stack, however it was driven. */
export interface StackResult {
  /** With its name, as it is printed: `Chromium 156.0.8078.79`. */
  readonly version: string;
  /** How many calls were judged. */
  readonly calls: number;
  /** Every provision that was exercised at least once. */
  readonly provisions: readonly string[];
  /** Every provision that was kept at least once after calls that conform. */
  readonly conforming: readonly string[];
  readonly deviations: readonly StackDeviation[];
  /** The codes of deviations that did not happen again when the same calls were made: the report leaves them out. */
  readonly fleeting: readonly string[];
}

/** One way in which a stack does not do as the specification says. */
export interface StackDeviation {
  /** The kind and the provision, as in `refused-implicit-rollback`. */
  readonly code: string;
  /** E.g. `refused`; null where the stack does not offer the call at all. */
  readonly kind: string | null;
  readonly provision: string;
  /** The fault that it comes from. */
  readonly cause: DifferenceCause;
  /** Was it found only after a call that was refused, or that deviated? */
  readonly isConsequence: boolean;
  readonly expected: string;
  readonly observed: string;
  /** What differs, in a sentence; null where the stack's program gives none. */
  readonly message: string | null;
  readonly reference: Reference;
  readonly reproduction: Reproduction;
  /** How often it was seen in the search; left out where that was not counted. */
  readonly count?: number;
  /** The stack has no such method, or reports itself that it does not support it. */
  readonly notImplemented: boolean;
}

/** The shortest sequence of calls that shows a deviation: in JavaScript, or in words where a native program made them. */
export type Reproduction =
  | { readonly language: "js"; readonly calls: readonly ReproducedCall[] }
  | { readonly language: "text"; readonly calls: readonly string[] };

/** One call in JavaScript, on the peer connection `a` or `b`, and what it did. */
export interface ReproducedCall {
  readonly code: string;
  readonly peer: "a" | "b";
  /** The name by which later calls refer to what it created; null where it created nothing. */
  readonly constant: string | null;
  /** What came before the next call where calls overlap: nothing, its settlement, or a rest; left out where each is awaited. */
  readonly wait?: "rest" | "settled" | "none";
  readonly outcome: "applied" | "rejected" | "unsettled";
  /** The name of the error that rejected it; null where nothing did. */
  readonly error: string | null;
  /** The signaling state afterwards. */
  readonly signalingState: string;
}

/** The name of the error with which a stack reports that it does not support something. */
export const unsupported = "NotSupportedError";

import type { Reference } from "../../src/entries/index.ts";

/** What was found of one stack: the one form that surveys and the native programs' lines are brought into. */
export interface StackResult {
  /** With its name, as it is to be printed: `Chromium 156.0.8078.79`. */
  readonly version: string;
  /** How many calls were judged. */
  readonly calls: number;
  /** Every provision that was exercised at least once. */
  readonly provisions: readonly string[];
  readonly deviations: readonly Deviation[];
  /** The codes of those that were seen, and did not happen again when the same calls were made: the report leaves them out. */
  readonly fleeting: readonly string[];
}

/** One way in which a stack does not do as the specification says. */
export interface Deviation {
  /** E.g. `refused-implicit-rollback`. */
  readonly code: string;
  readonly provision: string;
  readonly expected: string;
  readonly observed: string;
  /** What was to be, and what was, in a sentence; null where nobody said so. */
  readonly message: string | null;
  readonly reference: Reference | null;
  readonly reproduction: Reproduction;
  /** The stack has no such method, or says itself that it does not support it. */
  readonly notImplemented: boolean;
}

/** The shortest sequence of calls that shows a deviation. */
export interface Reproduction {
  readonly language: "js" | "text";
  readonly lines: readonly string[];
}

/** What a cell of the table says; null where the stack was never asked. */
export type Verdict = "pass" | "deviation" | "not implemented" | "partly implemented" | null;

/** The deviations of one provision, in the order of their codes. */
export function deviationsOf(result: StackResult, provision: string): readonly Deviation[] {
  return result.deviations
    .filter((deviation) => deviation.provision === provision)
    .sort((one, other) => (one.code < other.code ? -1 : 1));
}

/** How a stack does on one provision. */
export function verdictOf(result: StackResult, provision: string): Verdict {
  const deviations = deviationsOf(result, provision);
  if (deviations.length === 0) return result.provisions.includes(provision) ? "pass" : null;
  if (!deviations.every(({ notImplemented }) => notImplemented)) return "deviation";
  // A stack without provisional answers refuses them also where another provision was asked about.
  return isWhollyAbout(deviations[0], provision) ? "not implemented" : "partly implemented";
}

function isWhollyAbout(deviation: Deviation | undefined, provision: string): boolean {
  return deviation?.observed !== unsupported || provision.includes("pranswer");
}

/** The name of the error with which a stack says itself that it does not support something. */
export const unsupported = "NotSupportedError";

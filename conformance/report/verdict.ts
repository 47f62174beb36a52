import { type StackDeviation, type StackResult, unsupported } from "../results/result.ts";

/**
 * How a stack does on a provision, by the calls whose history conforms; null where there were none. What was found only after
 * a call that was refused, or that deviated, is listed by its cause.
 */
export type Verdict = "pass" | "deviation" | "not implemented" | "partly implemented" | null;

/** The deviations from one provision that are no consequences, in the order of their codes. */
export function deviationsFrom(result: StackResult, provision: string): readonly StackDeviation[] {
  return result.deviations
    .filter((deviation) => deviation.provision === provision && !deviation.isConsequence)
    .sort((one, other) => (one.code < other.code ? -1 : 1));
}

/** How a stack does on one provision. */
export function verdictOn(result: StackResult, provision: string): Verdict {
  const deviations = deviationsFrom(result, provision);
  if (deviations.length === 0) return result.conforming.includes(provision) ? "pass" : null;
  if (deviations.some(({ notImplemented }) => !notImplemented)) return "deviation";
  // A stack without provisional answers refuses them also where another provision was exercised.
  return isWhollyAbout(deviations[0], provision) ? "not implemented" : "partly implemented";
}

function isWhollyAbout(deviation: StackDeviation | undefined, provision: string): boolean {
  return deviation?.observed !== unsupported || provision.includes("pranswer");
}

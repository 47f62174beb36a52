import { type ReproducedCall, type StackDeviation, type StackResult, unsupported } from "../results/result.ts";

/**
 * How a stack does on a provision; null where it was not exercised. A follow-on is a deviation that was found only after an
 * earlier call had been refused or had deviated itself.
 */
export type Verdict = "pass" | "deviation" | "follow-on" | "not implemented" | "partly implemented" | null;

/** The deviations from one provision, in the order of their codes. */
export function deviationsFrom(result: StackResult, provision: string): readonly StackDeviation[] {
  return result.deviations
    .filter((deviation) => deviation.provision === provision)
    .sort((one, other) => (one.code < other.code ? -1 : 1));
}

/** How a stack does on one provision. */
export function verdictOn(result: StackResult, provision: string): Verdict {
  const deviations = deviationsFrom(result, provision);
  if (deviations.length === 0) return result.provisions.includes(provision) ? "pass" : null;
  const implemented = deviations.filter(({ notImplemented }) => !notImplemented);
  if (implemented.length > 0) return implemented.every(isFollowOn) ? "follow-on" : "deviation";
  // A stack without provisional answers refuses them also where another provision was exercised.
  return isWhollyAbout(deviations[0], provision) ? "not implemented" : "partly implemented";
}

/** Is there an earlier call in the reproduction that was refused or deviated itself? */
export function isFollowOn({ reproduction }: StackDeviation): boolean {
  // The native programs try nothing after a call that did not conform.
  return reproduction.language === "js" && reproduction.calls.slice(0, -1).some(leavesDoubt);
}

// SDP that is written in another way, or another event, does not put the peer connection into another state.
const harmless = ["changed-sdp", "wrong-events", "wrong-error"];

function leavesDoubt({ outcome, differences }: ReproducedCall): boolean {
  return outcome !== "applied" || differences.some(({ kind }) => !harmless.includes(kind));
}

function isWhollyAbout(deviation: StackDeviation | undefined, provision: string): boolean {
  return deviation?.observed !== unsupported || provision.includes("pranswer");
}

import type { SettledCall } from "../evidence/settled-call.ts";
import type { Expectation } from "../expected/expectation.ts";
import { likeliestCause } from "./cause/likeliest-cause.ts";
import { shownByCall } from "./cause/shown-by-call.ts";
import { speakingWarning, warningInWords } from "./cause/speaking-warning.ts";
import { type Difference, type Discrepancy, differenceOf, type Reason } from "./difference.ts";
import { discrepanciesIn } from "./discrepancies.ts";
import type { KnownDeviation } from "./known-deviation.ts";
import type { Trouble } from "./trouble.ts";

/** What the oracle knows of an implementation, beside its call. */
export interface Background {
  readonly knownDeviations: readonly KnownDeviation[];
  /** What went wrong on the connection before. */
  readonly trouble: Trouble;
}

/**
 * In what a settled call differs from what must come of it, and why.
 *
 * @param overtaken whether close() overtook the call: then it must never settle, unless it was refused before
 */
export function differencesIn(
  expectation: Expectation,
  settled: SettledCall,
  overtaken: boolean,
  { knownDeviations, trouble }: Background,
): readonly Difference[] {
  const explained = (discrepancy: Discrepancy): Difference => {
    const reason = causeOf(discrepancy, expectation, settled, trouble);
    const warning = reason.cause === "warned-sdp-refused" ? speakingWarning(expectation, settled.message) : null;
    const message = warning === null ? discrepancy.message : `${discrepancy.message} ${warningInWords(warning)}`;
    return differenceOf({ ...discrepancy, message }, reason, expectation, knownDeviations);
  };
  return Object.freeze(discrepanciesIn(expectation, settled, overtaken).map(explained));
}

// Why a call went wrong, by the evidence alone: what the call shows by itself comes first, then what went wrong before on
// the connection, then the best guess for a call whose history conforms.
function causeOf(
  { kind, provision }: Discrepancy,
  expectation: Expectation,
  settled: SettledCall,
  { refused, deviated }: Trouble,
): Reason {
  const shown = shownByCall(kind, provision ?? expectation.provision, expectation, settled);
  if (shown !== null) return { cause: shown, follows: null };
  if (refused !== null && refused >= (deviated ?? -1)) return { cause: "refusal-damages", follows: refused };
  if (deviated !== null) return { cause: "earlier-deviation", follows: deviated };
  return { cause: likeliestCause(kind, expectation, settled), follows: null };
}

import { frozen } from "../../oracle/frozen.ts";
import type { Difference } from "../../oracle/verdict/difference.ts";
import type { PeerConnectionLike } from "../peer-connection.ts";
import type { CountedDeviation } from "../summary.ts";
import { type CheckOptions, type Failure, failureOf } from "./check-implementation.ts";
import { explore, type RunPlace } from "./explore.ts";

/** All that was found of an implementation: plain data. */
export interface SurveyReport {
  readonly seed: number;
  /** How many sequences were tried, and how many calls were judged in them. */
  readonly runs: number;
  readonly calls: number;
  readonly stoppedBy: "runs" | "time";
  /** Each deviation that is not declared, once, by its code, with the smallest sequence that shows it. */
  readonly deviations: readonly Deviation[];
  /** What of the specification was exercised, and how often. */
  readonly provisions: Readonly<Record<string, number>>;
  readonly knownDeviations: readonly CountedDeviation[];
}

/** A deviation that was found. */
export interface Deviation {
  readonly code: string;
  /** What of the specification it deviates from. */
  readonly provision: string;
  readonly difference: Difference;
  /** The smallest sequence; null where it did not happen again. */
  readonly failure: Failure | null;
}

/**
 * Finds not one deviation of an implementation but all that the budget reaches: what a test suite may declare as
 * `knownDeviations` to begin with. As `checkImplementation`, but goes on after a difference, from what was observed;
 * then each deviation is shrunk for itself. `timeLimit` holds for the search, and for each shrinking.
 *
 * @param makePeerConnection gives a new peer connection, or a promise of one
 * @throws TypeError where the options are unusable
 * @see https://w3c.github.io/webrtc-pc/#set-description
 */
export async function surveyImplementation<PeerConnection extends PeerConnectionLike>(
  makePeerConnection: () => PeerConnection | Promise<PeerConnection>,
  settings: CheckOptions<PeerConnection> = {},
): Promise<SurveyReport> {
  const options = settings as CheckOptions;
  const first = new Map<string, { readonly difference: Difference; readonly place: RunPlace }>();
  const { seed, runs, calls, interrupted, provisions, knownDeviations } = await explore(
    makePeerConnection,
    options,
    (difference, place) => {
      const { code, knownDeviation } = difference;
      if (knownDeviation === null && !first.has(code)) first.set(code, { difference, place });
      return false;
    },
  );
  const deviations: Deviation[] = [];
  for (const { difference, place } of first.values()) {
    const { code, provision } = difference;
    const again = { ...options, seed, path: options.path ?? `${place.stage}/${place.run}` };
    const explored = await explore(makePeerConnection, again, (other) => other.code === code);
    deviations.push({ code, provision, difference, failure: failureOf(explored, options) });
  }
  const stoppedBy = interrupted ? "time" : "runs";
  return frozen({ seed, runs, calls, stoppedBy, deviations, provisions, knownDeviations });
}

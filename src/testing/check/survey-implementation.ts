import { frozen } from "../../oracle/frozen.ts";
import type { Difference } from "../../oracle/verdict/difference.ts";
import type { PeerConnectionLike } from "../peer-connection.ts";
import type { CountedDeviation } from "../summary.ts";
import { type CheckOptions, checkSettings } from "./check-options.ts";
import { type CheckFailure, failureOf } from "./failure.ts";
import { explore } from "./search/explore.ts";
import type { RunPlace } from "./search/explore-stage.ts";

/** All deviations of an implementation that were found: plain data. */
export interface SurveyReport {
  readonly seed: number;
  /** How many sequences were tried. */
  readonly runs: number;
  /** How many calls were judged in them. */
  readonly calls: number;
  readonly stoppedBy: "runs" | "time";
  /** What was under way when the time was up: a call, `makePeerConnection` or `prepare`; null where nothing was. */
  readonly waitingFor: string | null;
  /**
   * Each deviation that is not declared, once, by its code, with the smallest sequence that shows it; those seen most often
   * first.
   */
  readonly deviations: readonly Deviation[];
  /** The provisions of the specification that were exercised, and how often. */
  readonly provisions: Readonly<Record<string, number>>;
  readonly knownDeviations: readonly CountedDeviation[];
}

/** A deviation that was found. */
export interface Deviation {
  readonly code: string;
  /** The provision of the specification that it deviates from. */
  readonly provision: string;
  /** The difference as it was seen first. */
  readonly difference: Difference;
  /** How often it was seen in the search. */
  readonly count: number;
  /** The smallest sequence that shows it; null where it did not happen again. */
  readonly failure: CheckFailure | null;
}

/**
 * Finds all deviations of an implementation that the budget reaches, not just one: a test suite may declare them as
 * `knownDeviations` to begin with. Like `checkImplementation`, but the search goes on after a difference, from what was
 * observed; then each deviation is shrunk on its own. `timeLimit` holds for the search, and again for each shrinking.
 *
 * @param makePeerConnection gives a new peer connection, or a promise of one
 * @param options how much is tried, and what the oracle judges by
 * @throws TypeError where an option is unknown or unusable; the message names it
 * @see https://w3c.github.io/webrtc-pc/#set-description
 */
export async function surveyImplementation<PeerConnection extends PeerConnectionLike>(
  makePeerConnection: () => PeerConnection | Promise<PeerConnection>,
  options: CheckOptions<PeerConnection> = {},
): Promise<SurveyReport> {
  const settings = checkSettings("surveyImplementation", options as CheckOptions);
  const first = new Map<string, { readonly difference: Difference; readonly place: RunPlace }>();
  const counts = new Map<string, number>();
  const { seed, runs, calls, interrupted, waitingFor, provisions, knownDeviations } = await explore(
    makePeerConnection,
    settings,
    (difference, place) => {
      const { code, knownDeviation } = difference;
      counts.set(code, (counts.get(code) ?? 0) + 1);
      if (knownDeviation === null && !first.has(code)) first.set(code, { difference, place });
      return false;
    },
  );
  const deviations: Deviation[] = [];
  for (const { difference, place } of first.values()) {
    const { code, provision } = difference;
    const replay = settings.replay ?? { stage: place.stage, path: String(place.run) };
    const explored = await explore(makePeerConnection, { ...settings, seed, replay }, (other) => other.code === code);
    const count = counts.get(code) ?? 0;
    deviations.push({ code, provision, difference, count, failure: failureOf(explored, settings) });
  }
  deviations.sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
  const stoppedBy = interrupted ? "time" : "runs";
  return frozen({ seed, runs, calls, stoppedBy, waitingFor, deviations, provisions, knownDeviations });
}

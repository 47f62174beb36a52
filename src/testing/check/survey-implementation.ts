import { frozen } from "../../oracle/frozen.ts";
import type { Difference } from "../../oracle/verdict/difference.ts";
import type { PeerConnectionLike } from "../peer-connection.ts";
import type { CountedDeviation } from "../summary.ts";
import type { Sighting } from "./calls/made-call.ts";
import { type CauseGroup, groupedByCause } from "./cause-group.ts";
import { type CheckOptions, checkSettings } from "./check-options.ts";
import { type Deviation, deviationOf } from "./deviation.ts";
import { failureOf } from "./failure.ts";
import { knownFeatures } from "./features.ts";
import { explore } from "./search/explore.ts";
import type { IsSought, RunPlace } from "./search/explore-stage.ts";

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
  /** The deviations by the fault that they come from, the fault with most of them first. */
  readonly causes: readonly CauseGroup[];
  /** The provisions of the specification that were exercised, and how often. */
  readonly provisions: Readonly<Record<string, number>>;
  /** The provisions that were kept after calls that conform, and how often. */
  readonly conforming: Readonly<Record<string, number>>;
  readonly knownDeviations: readonly CountedDeviation[];
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
  const counts = new Map<string, number>();
  const found = new Map<string, { readonly difference: Difference; readonly place: RunPlace & Sighting }>();
  const explored = await explore(makePeerConnection, settings, (difference, place) => {
    const { code, knownDeviation } = difference;
    counts.set(code, (counts.get(code) ?? 0) + 1);
    if (knownDeviation === null && showsMore(place, found.get(code)?.place)) found.set(code, { difference, place });
    return false;
  });
  const { seed, runs, calls, interrupted, waitingFor, provisions, conforming, knownDeviations, sureSteps } = explored;
  const features = knownFeatures(sureSteps);
  const deviations: Deviation[] = [];
  for (const { difference, place } of found.values()) {
    const replay = settings.replay ?? { stage: place.stage, path: String(place.run) };
    const isSought: IsSought = ({ code }, { afterConforming }) =>
      code === difference.code && (afterConforming || !place.afterConforming);
    const shrunk = await explore(makePeerConnection, { ...settings, seed, replay }, isSought);
    const seen = { difference, count: counts.get(difference.code) ?? 0 };
    deviations.push(deviationOf(seen, failureOf(shrunk, settings), features));
  }
  deviations.sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
  const stoppedBy = interrupted ? "time" : "runs";
  const causes = groupedByCause(deviations);
  return frozen({
    seed,
    runs,
    calls,
    stoppedBy,
    waitingFor,
    deviations,
    causes,
    provisions,
    conforming,
    knownDeviations,
  });
}

// What is seen after calls that conform shows more than what may follow from an earlier call; then, the fewer calls the better.
function showsMore(one: Sighting, best: Sighting | undefined): boolean {
  if (best === undefined) return true;
  if (one.afterConforming !== best.afterConforming) return one.afterConforming;
  return one.calls < best.calls;
}

import { frozen } from "../../oracle/frozen.ts";
import type { OracleOptions } from "../../oracle/oracle.ts";
import type { Difference } from "../../oracle/verdict/difference.ts";
import type { Step } from "../../oracle/verdict/step.ts";
import type { PeerConnectionLike } from "../peer-connection.ts";
import type { CountedDeviation } from "../summary.ts";
import { type Explored, explore } from "./explore.ts";
import type { MadeCall } from "./pair.ts";
import { reproductionOf } from "./reproduction.ts";

/** How an implementation is checked. Times are in ms. */
export interface CheckOptions<PeerConnection extends PeerConnectionLike = PeerConnectionLike> extends OracleOptions {
  /** How many sequences of calls to try at most: 100 unless told. */
  readonly runs?: number;
  /** When to stop trying: 60,000 ms unless told. */
  readonly timeLimit?: number;
  /** How many actions a sequence has at most, 16 unless told; an action that needs an offer first makes one. */
  readonly maxActions?: number;
  /** Where to start: a report's seed gives the same sequences again, with the same `runs` and `maxActions`. */
  readonly seed?: number;
  /** A failing report's path: with its seed, tries just that failure again. */
  readonly path?: string;
  /** How long a call may take to settle: 5,000 ms unless told. */
  readonly settleTimeout?: number;
  /** How long to wait after each call for events that come late; 0 is until the tasks queued by then have run. */
  readonly pause?: number;
  /** Makes a peer connection ready to offer something; unless told, it is given a data channel. */
  readonly prepare?: (pc: PeerConnection) => unknown;
}

/** What came of checking an implementation: plain data. */
export interface CheckReport {
  /** Was nothing found but declared deviations, in one run at least? */
  readonly conforms: boolean;
  readonly seed: number;
  /** How many sequences were tried, and how many calls were judged in all, while shrinking too. */
  readonly runs: number;
  readonly calls: number;
  /** Why no more were tried. */
  readonly stoppedBy: "failure" | "runs" | "time";
  readonly failure: Failure | null;
  /** What of the specification was exercised, and how often. */
  readonly provisions: Readonly<Record<string, number>>;
  readonly knownDeviations: readonly CountedDeviation[];
}

/** The smallest sequence of calls that was found to show a difference. */
export interface Failure {
  readonly differences: readonly Difference[];
  /** Its calls, each as code, and judged; the last one shows it. */
  readonly calls: readonly FailingCall[];
  /** A program that makes these calls; `makePeerConnection` is for its reader to define. */
  readonly reproduction: string;
  /** With the report's seed, finds it again. */
  readonly path: string;
}

/** One call of a failing sequence. */
export interface FailingCall {
  readonly code: string;
  readonly step: Step;
}

/**
 * Checks an implementation against the specification: random sequences of calls over pairs of its peer connections,
 * legal and illegal, with its own SDP and with broken SDP, each call awaited before the next. What fails is shrunk to
 * the smallest sequence that fails. Needs the package fast-check.
 *
 * Every peer connection is closed; where the platform has a global `gc`, it is called now and then. Never rejects for
 * what an implementation does; an error of `makePeerConnection` or `prepare` is passed on.
 *
 * @param makePeerConnection gives a new peer connection, or a promise of one
 * @throws TypeError where the options are unusable
 * @see https://w3c.github.io/webrtc-pc/#set-description
 */
export async function checkImplementation<PeerConnection extends PeerConnectionLike>(
  makePeerConnection: () => PeerConnection | Promise<PeerConnection>,
  options: CheckOptions<PeerConnection> = {},
): Promise<CheckReport> {
  const explored = await explore(makePeerConnection, options as CheckOptions, isUndeclared);
  const { seed, runs, calls, interrupted, provisions, knownDeviations } = explored;
  const failure = failureOf(explored, options as CheckOptions);
  const stoppedBy = failure !== null ? "failure" : interrupted ? "time" : "runs";
  // Nothing tried is nothing found out.
  const conforms = failure === null && runs > 0;
  return frozen({ conforms, seed, runs, calls, stoppedBy, failure, provisions, knownDeviations });
}

function isUndeclared({ knownDeviation }: Difference): boolean {
  return knownDeviation === null;
}

/** The failure that was explored; null where there is none. */
export function failureOf({ failing, seed }: Explored, options: CheckOptions): Failure | null {
  if (failing === null) return null;
  const { calls, differences, path } = failing;
  return {
    differences,
    calls: calls.map(({ code, step }: MadeCall) => ({ code, step })),
    reproduction: reproductionOf(calls, differences, { seed, path, prepared: options.prepare !== undefined }),
    path,
  };
}

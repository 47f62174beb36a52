import { frozen } from "../../oracle/frozen.ts";
import type { PeerConnectionLike } from "../peer-connection.ts";
import type { CountedDeviation } from "../summary.ts";
import { type CheckOptions, checkSettings } from "./check-options.ts";
import { type CheckFailure, failureOf } from "./failure.ts";
import { explore } from "./search/explore.ts";

/** What checking an implementation found: plain data. */
export interface CheckReport {
  /** True if at least one run was tried and nothing but declared deviations was found. */
  readonly conforms: boolean;
  readonly seed: number;
  /** How many sequences were tried. */
  readonly runs: number;
  /** How many calls were judged, those made while shrinking included. */
  readonly calls: number;
  /** Why no more sequences were tried. */
  readonly stoppedBy: "failure" | "runs" | "time";
  /** What was under way when the time was up: a call, `makePeerConnection` or `prepare`; null where nothing was. */
  readonly waitingFor: string | null;
  readonly failure: CheckFailure | null;
  /** The provisions of the specification that were exercised, and how often. */
  readonly provisions: Readonly<Record<string, number>>;
  readonly knownDeviations: readonly CountedDeviation[];
}

/**
 * Checks an implementation against the specification. It makes random sequences of calls on pairs of peer connections:
 * legal and illegal calls, with the implementation's own SDP and with broken SDP, each call awaited before the next; and calls
 * that overlap, those about transceivers, tracks and data channels too, beside a connection of `jsep-machine/connection`. A
 * sequence that fails is shrunk to the smallest one that fails. Needs the package fast-check.
 *
 * The promise always settles: `timeLimit` ends whatever is under way, apart from code that never gives the thread back,
 * such as an endless loop, which nothing can interrupt. Every peer connection is closed, also one that comes too late.
 * Where the platform has a global `gc`, it is called now and then.
 *
 * The promise is never rejected because of what an implementation does; an error that `makePeerConnection` or `prepare`
 * throws rejects it, and so does a TypeError where `makePeerConnection` gives what is no peer connection.
 *
 * @param makePeerConnection gives a new peer connection, or a promise of one
 * @param options how much is tried, and what the oracle judges by
 * @throws TypeError where an option is unknown or unusable; the message names it
 * @see https://w3c.github.io/webrtc-pc/#set-description
 */
export async function checkImplementation<PeerConnection extends PeerConnectionLike>(
  makePeerConnection: () => PeerConnection | Promise<PeerConnection>,
  options: CheckOptions<PeerConnection> = {},
): Promise<CheckReport> {
  const settings = checkSettings("checkImplementation", options as CheckOptions);
  const explored = await explore(makePeerConnection, settings, ({ knownDeviation }) => knownDeviation === null);
  const { seed, runs, calls, interrupted, waitingFor, provisions, knownDeviations } = explored;
  const failure = failureOf(explored, settings);
  const stoppedBy = failure !== null ? "failure" : interrupted ? "time" : "runs";
  // Where nothing was tried, nothing is known.
  const conforms = failure === null && runs > 0;
  return frozen({ conforms, seed, runs, calls, stoppedBy, waitingFor, failure, provisions, knownDeviations });
}

import { createOracleFor, type Oracle, type OracleOptions } from "../../oracle/oracle.ts";
import type { PeerConnectionLike } from "../peer-connection.ts";

/** How an implementation is checked: every option has a default. Times are in ms. */
export interface CheckOptions<PeerConnection extends PeerConnectionLike = PeerConnectionLike> extends OracleOptions {
  /** The highest number of sequences of calls that are tried. Default 100. */
  readonly runs?: number | undefined;
  /**
   * When to stop, in ms from the start, whatever is under way: making or preparing a peer connection, a call, shrinking.
   * Code that never gives the thread back cannot be stopped. Default 60000.
   */
  readonly timeLimit?: number | undefined;
  /** The highest number of actions in a sequence; an action that needs an offer makes one first. Default 16. */
  readonly maxActions?: number | undefined;
  /**
   * Whether each call is awaited before the next; or calls overlap, also those about transceivers, tracks, data channels and
   * ICE; or half of the runs do the one, half the other. Default "both".
   */
  readonly sequences?: "awaited" | "overlapping" | "both" | undefined;
  /** A whole number: the same seed, `runs`, `maxActions` and `sequences` give the same sequences. Default: taken from the clock. */
  readonly seed?: number | undefined;
  /** The path of a failure in a report: together with the report's seed, only that failure is tried again. */
  readonly path?: string | undefined;
  /** How long a call may take to settle, in ms. Default 5000. */
  readonly settleTimeout?: number | undefined;
  /** How long to wait for late events after each call, in ms; 0 waits until the tasks queued by then have run. Default 0. */
  readonly pause?: number | undefined;
  /**
   * Prepares a peer connection so that it has something to offer. Default: creates a data channel. Where calls overlap, it is
   * not called if the peer connection has transceivers: then the calls themselves give it something to offer.
   */
  readonly prepare?: ((pc: PeerConnection) => unknown) | undefined;
}

/** The options with every default filled in. Times are in ms. */
export interface CheckSettings {
  /** The function that was called: messages begin with it. */
  readonly functionName: "checkImplementation" | "surveyImplementation";
  readonly runs: number;
  readonly timeLimit: number;
  readonly maxActions: number;
  readonly sequences: "awaited" | "overlapping" | "both";
  /** Null: taken from the clock. */
  readonly seed: number | null;
  /** The one run to try again; null for all of them. */
  readonly replay: RunPath | null;
  readonly settleTimeout: number;
  readonly pause: number;
  readonly prepare: ((pc: PeerConnectionLike) => unknown) | null;
  /** The oracle of a peer connection that was just created. */
  readonly oracle: Oracle;
}

/** Where a run stands: its stage, and fast-check's path within that stage. */
export interface RunPath {
  readonly stage: number;
  readonly path: string;
}

const sequenceKinds: readonly unknown[] = ["awaited", "overlapping", "both"];

// What a timer can wait for, in ms.
const longestWait = 2 ** 31 - 1;

/**
 * Fills in the defaults.
 *
 * @param functionName the name that a TypeError begins with
 * @throws TypeError where an option is unknown or unusable; the message names it
 */
export function checkSettings(functionName: CheckSettings["functionName"], options: CheckOptions): CheckSettings {
  const refuse = (reason: string) => new TypeError(`${functionName}: ${reason}`);
  if (typeof options !== "object" || options === null) throw refuse("the options must be an object");
  const {
    runs = 100,
    timeLimit = 60_000,
    maxActions = 16,
    sequences = "both",
    seed,
    path,
    settleTimeout = 5000,
    pause = 0,
    prepare,
    ...oracleOptions
  } = readOnce(options, refuse);
  for (const [name, count] of Object.entries({ runs, maxActions })) {
    if (!isWithin(count, 1) || !Number.isSafeInteger(count)) {
      throw refuse(`${name} must be a whole number from 1 to ${longestWait}`);
    }
  }
  for (const [name, time] of Object.entries({ timeLimit, settleTimeout, pause })) {
    if (!isWithin(time, 0)) throw refuse(`${name} must be a number of ms from 0 to ${longestWait}`);
  }
  if (!sequenceKinds.includes(sequences)) throw refuse(`sequences must be ${sequenceKinds.join(", ")}`);
  if (seed !== undefined && !Number.isSafeInteger(seed)) throw refuse("seed must be a whole number");
  if (prepare !== undefined && typeof prepare !== "function") throw refuse("prepare must be a function");
  const replay = path === undefined ? null : runPathFrom(path);
  if (replay === undefined) throw refuse('path must be the path of a failure in a report, such as "1/5:0"');
  return {
    functionName,
    runs,
    timeLimit,
    maxActions,
    sequences,
    seed: seed ?? null,
    replay,
    settleTimeout,
    pause,
    prepare: prepare ?? null,
    // The rest is the oracle's: it refuses what it does not know.
    oracle: createOracleFor(functionName, oracleOptions),
  };
}

// Getters and traps may throw anything.
function readOnce(options: CheckOptions, refuse: (reason: string) => TypeError): CheckOptions {
  try {
    return { ...options };
  } catch {
    throw refuse("the options cannot be read");
  }
}

function isWithin(value: unknown, least: number): boolean {
  return typeof value === "number" && value >= least && value <= longestWait;
}

// Undefined where the value is no path.
function runPathFrom(text: unknown): RunPath | undefined {
  const [, stage, path] = typeof text === "string" ? (/^([0-4])\/(\d+(?::\d+)*)$/.exec(text) ?? []) : [];
  return stage === undefined || path === undefined ? undefined : { stage: Number(stage), path };
}

/** The path as a report gives it, and as the option `path` takes it. */
export function runPathText({ stage, path }: RunPath): string {
  return `${stage}/${path}`;
}

import { createSession } from "../session/create-session.ts";
import type { SessionOptions } from "../session/options.ts";
import type { Session } from "../session/session.ts";
import type { Side, SignalingState } from "../signaling/transition-table.ts";
import { emptyQueue, items, type Queue } from "./evidence/queue.ts";
import type { TraceEvent } from "./evidence/trace-event.ts";
import { frozen } from "./frozen.ts";
import { type History, noHistory } from "./verdict/history.ts";
import { type KnownDeviation, knownDeviationsFrom } from "./verdict/known-deviation.ts";

/** How a call ended. */
export type Settled = Extract<TraceEvent, { kind: "settled" }>;

/** A call of setLocalDescription or setRemoteDescription that is not settled yet. */
export interface OpenCall {
  readonly index: number;
  readonly id: number | null;
  readonly time: number;
  readonly side: Side;
  readonly description: unknown;
}

/** What an oracle judges by: the session's options, and the deviations that are known of the implementation. */
export interface OracleOptions extends SessionOptions {
  readonly knownDeviations?: readonly KnownDeviation[];
}

/** Where the oracle of one peer connection stands: immutable plain data, as every reducer's state. */
export interface Oracle {
  /** What the connection remembers, by the specification, or by what was observed where that differed. */
  readonly session: Session;
  readonly knownDeviations: readonly KnownDeviation[];
  /** Is it a live peer connection, whose calls are numbered, rather than a log? */
  readonly live: boolean;
  /** The states in the signalingstatechange events since the last settlement. */
  readonly events: readonly SignalingState[];
  /** The state that the call settled last should have led to, where it did not: it may be late. */
  readonly missed: SignalingState | null;
  /** Events that were missed when a call was settled: when they come late, nobody is surprised. */
  readonly owed: readonly SignalingState[];
  /** States observed that no settled call has accounted for yet, oldest first. */
  readonly unclaimed: readonly SignalingState[];
  /** Does the log hold states at all? */
  readonly statesSeen: boolean;
  readonly open: Readonly<Record<Side, Queue<OpenCall>>>;
  /** The calls that close overtook: their promises never settle. */
  readonly overtaken: Readonly<Record<Side, Queue<OpenCall>>>;
  /** The SDP of the remote offer that the answer created last is for; "" where none waited. */
  readonly answering: string;
  /** May it have created what nobody saw? Then no description is called modified. */
  readonly unseenCreations: Readonly<Record<"offer" | "answer", boolean>>;
  /** Calls of createOffer() and createAnswer() of a live connection that are open, and those that close overtook. */
  readonly creating: readonly number[];
  readonly creationsOvertaken: readonly number[];
  /** How many calls there were. */
  readonly calls: number;
  /** When the last call was settled, in ms since the epoch. */
  readonly lastSettled: number | null;
  /** The call settled last, as long as the state that it led to has not been seen: the event may be late. */
  readonly unexplained: Unexplained | null;
  /** The call of close() that was made last. */
  readonly closing: Closing | null;
  /** The session that was closed first. */
  readonly closed: Session | null;
  readonly history: History;
}

/** A settled call, and where the oracle stood just before it was settled. */
export interface Unexplained {
  readonly before: Oracle;
  readonly call: OpenCall;
  readonly settled: Settled;
  readonly wanted: SignalingState;
}

/** A call of close(), and the session that it closed. */
export interface Closing {
  readonly index: number;
  readonly time: number;
  readonly session: Session;
  /** Were calls under way? What they set by then, and whether they finish, nobody can say. */
  readonly busy: boolean;
}

/**
 * Starts to follow a peer connection, in stable.
 *
 * @throws TypeError where the options are unusable
 * @see https://w3c.github.io/webrtc-pc/#interface-definition
 */
export function createOracle(options: OracleOptions = {}): Oracle {
  if (typeof options !== "object" || options === null)
    throw new TypeError("createOracle: the options must be an object");
  const { knownDeviations, ...sessionOptions } = options;
  return frozen({
    session: createSession(sessionOptions),
    knownDeviations: knownDeviationsFrom(knownDeviations),
    live: false,
    events: [],
    missed: null,
    owed: [],
    unclaimed: [],
    statesSeen: false,
    open: { local: emptyQueue, remote: emptyQueue },
    overtaken: { local: emptyQueue, remote: emptyQueue },
    answering: "",
    unseenCreations: { offer: false, answer: false },
    creating: [],
    creationsOvertaken: [],
    calls: 0,
    lastSettled: null,
    unexplained: null,
    closing: null,
    closed: null,
    history: noHistory,
  });
}

/** Is any call open? */
export function isBusy({ open }: Pick<Oracle, "open">): boolean {
  return open.local.front !== null || open.remote.front !== null;
}

/** The open calls in the order in which they were made. */
export function openCalls({ open }: Oracle): OpenCall[] {
  return [...items(open.local), ...items(open.remote)].sort((one, other) => one.index - other.index);
}

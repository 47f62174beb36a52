import { createSession, type Session, type SessionOptions } from "../session/index.ts";
import type { Side, SignalingState } from "../signaling/index.ts";
import { type History, noHistory } from "./history.ts";
import { emptyQueue, items, type Queue } from "./queue.ts";
import type { TraceEvent } from "./trace-event.ts";

/** How a call ended. */
export type Settled = Extract<TraceEvent, { kind: "settled" }>;

/** A call of setLocalDescription or setRemoteDescription that is not settled yet. */
export interface OpenCall {
  readonly index: number;
  readonly time: number;
  readonly side: Side;
  readonly description: unknown;
}

/** Where the follower of one peer connection stands: immutable, as every reducer's state. */
export interface Following {
  readonly session: Session;
  /** States observed that no settled call has accounted for yet, oldest first. */
  readonly unclaimed: readonly SignalingState[];
  /** Does the log hold states at all? */
  readonly statesSeen: boolean;
  readonly open: Readonly<Record<Side, Queue<OpenCall>>>;
  /** How many calls of each side close overtook: their promises never settle. */
  readonly overtaken: Readonly<Record<Side, number>>;
  /** How many calls there were. */
  readonly calls: number;
  /** When the last call was settled, in ms since the epoch. */
  readonly lastSettled: number | null;
  /** The call settled last, as long as the state that it led to has not been seen: the event may be late. */
  readonly unexplained: Unexplained | null;
  readonly history: History;
}

/** A settled call, and where the follower stood just before it was settled. */
export interface Unexplained {
  readonly before: Following;
  readonly call: OpenCall;
  readonly settled: Settled;
  readonly wanted: SignalingState;
}

/** Starts to follow a peer connection, in stable. @throws TypeError where the options are unusable */
export function startFollowing(options?: SessionOptions): Following {
  return {
    session: createSession(options),
    unclaimed: [],
    statesSeen: false,
    open: { local: emptyQueue, remote: emptyQueue },
    overtaken: { local: 0, remote: 0 },
    calls: 0,
    lastSettled: null,
    unexplained: null,
    history: noHistory,
  };
}

/** Is any call open? */
export function isBusy({ open }: Following): boolean {
  return open.local.front !== null || open.remote.front !== null;
}

/** The open calls in the order in which they were made. */
export function openCalls({ open }: Following): OpenCall[] {
  return [...items(open.local), ...items(open.remote)].sort((one, other) => one.index - other.index);
}

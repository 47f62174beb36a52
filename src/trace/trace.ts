import type { TraceEvent } from "../oracle/evidence/trace-event.ts";
import type { Result } from "../result.ts";

/** The log of one peer connection. */
export interface TracedConnection {
  readonly id: string;
  readonly events: readonly TraceEvent[];
  /** Failures that belong to no logged call: descriptions that the implementation could not even parse. */
  readonly unlogged: readonly UnloggedFailure[];
}

/** A failure without its call. Time in ms since the epoch. */
export interface UnloggedFailure {
  readonly time: number;
  readonly call: "setLocalDescription" | "setRemoteDescription";
  readonly message: string;
}

/** The format of a dump. */
export type TraceFormat = "webrtc-internals" | "rtcstats";

/** What a dump of webrtc-internals or rtcstats holds. */
export interface Trace {
  readonly format: TraceFormat;
  /** When the first of the events happened, in ms since the epoch; 0 where nothing happened. */
  readonly start: number;
  readonly connections: readonly TracedConnection[];
}

/** What a dump holds, or one line that says why it cannot be read. */
export type TraceReading = Result<Trace>;

/** A line of a dump that an observer wrote: the event itself. */
export interface ObservedEntry {
  readonly observed: TraceEvent;
}

/** A line of a dump in the terms that all formats share: what happened, with what, when (ms since the epoch). */
export interface LogEntry {
  readonly method: string;
  readonly value: unknown;
  readonly time: number;
}

/** Who is told what a dump holds, while it is read. */
export interface TraceListener {
  /** A connection is met for the first time: gives who is told of it. */
  connection(id: string): ConnectionListener;
  /** Which browser wrote the dump, in its own words. */
  userAgent?(userAgent: string): void;
}

/** Who is told what happened on one connection. */
export interface ConnectionListener {
  event(event: TraceEvent): void;
  unlogged(failure: UnloggedFailure): void;
  /** The page that the connection belongs to. */
  url?(url: string): void;
}

/** When the first event of the connections happened. */
export function startOf(connections: readonly TracedConnection[]): number {
  let start = Number.POSITIVE_INFINITY;
  for (const { events, unlogged } of connections) {
    start = Math.min(start, events[0]?.time ?? start, unlogged[0]?.time ?? start);
  }
  return Number.isFinite(start) ? start : 0;
}

import type { TraceEvent } from "../oracle/evidence/trace-event.ts";

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

/** What a dump holds. */
export interface Trace {
  readonly format: "webrtc-internals" | "rtcstats";
  /** When the first of the events happened, in ms since the epoch; 0 where there is none. */
  readonly start: number;
  readonly connections: readonly TracedConnection[];
}

/** A dump that was read, or one line that says why it could not be. */
export type TraceReading =
  | { readonly ok: true; readonly trace: Trace }
  | { readonly ok: false; readonly message: string };

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

/** When the first event of the connections happened. */
export function startOf(connections: readonly TracedConnection[]): number {
  let start = Number.POSITIVE_INFINITY;
  for (const { events, unlogged } of connections) {
    start = Math.min(start, events[0]?.time ?? start, unlogged[0]?.time ?? start);
  }
  return Number.isFinite(start) ? start : 0;
}

/** A dump that cannot be read, and why. */
export function unreadable(message: string): TraceReading {
  return { ok: false, message };
}

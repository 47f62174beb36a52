import type { Step } from "../oracle/verdict/step.ts";
import type { SessionOptions } from "../session/options.ts";
import { createRedactor, type Redactor } from "../trace/redact.ts";
import type { Trace, TraceFormat, TraceListener } from "../trace/trace.ts";
import { type JudgedConnection, type JudgingConnection, judgingConnection } from "./judging-connection.ts";
import { stepSharing } from "./step-sharing.ts";

/** A dump, judged. */
export interface Report {
  readonly file: string;
  readonly format: TraceFormat;
  /** When the first thing in the dump happened, in ms since the epoch. */
  readonly start: number;
  readonly connections: readonly JudgedConnection[];
  readonly summary: ReplaySummary;
  /** Why the rest of the dump was not judged; null where all was. */
  readonly incomplete: string | null;
}

/** How many there are of what, over all connections. */
export interface ReplaySummary {
  readonly connections: number;
  readonly calls: number;
  readonly illegalCalls: number;
  readonly divergences: number;
  readonly unjudged: number;
  readonly unsettled: number;
}

/** Judges a dump while it is read. */
export interface Judging extends TraceListener {
  /** What was judged, once the reading has ended. */
  report(file: string, format: TraceFormat, incomplete: string | null): Report;
}

/** Judges a dump that begins. Addresses and credentials that an implementation's messages repeat are hidden. */
export function createJudging(options: SessionOptions, redactor: Redactor = createRedactor()): Judging {
  const share = stepSharing();
  const judging: JudgingConnection[] = [];
  return {
    connection(id) {
      const connection = judgingConnection(id, options, redactor, share);
      judging.push(connection);
      return connection;
    },
    report(file, format, incomplete) {
      const earliest = judging.reduce((time, { start }) => Math.min(time, start()), Number.POSITIVE_INFINITY);
      const start = Number.isFinite(earliest) ? earliest : 0;
      const connections = judging.map(({ judged }) => judged());
      return { file, format, start, connections, summary: summarise(connections), incomplete };
    },
  };
}

/** Judges every connection of a trace. */
export function reportOn(file: string, trace: Trace, options: SessionOptions): Report {
  const judging = createJudging(options);
  hearTrace(judging, trace);
  return judging.report(file, trace.format, null);
}

/** Passes on what a trace holds. */
export function hearTrace(listener: TraceListener, { connections }: Trace): void {
  for (const { id, events, unlogged } of connections) {
    const connection = listener.connection(id);
    events.forEach(connection.event);
    unlogged.forEach(connection.unlogged);
  }
}

function summarise(connections: readonly JudgedConnection[]): ReplaySummary {
  const count = (isCounted: (step: Step) => boolean) =>
    connections.reduce((sum, { steps }) => sum + steps.filter(isCounted).length, 0);
  return {
    connections: connections.length,
    calls: count(() => true),
    illegalCalls: count(({ verdict }) => verdict === "illegal-call"),
    divergences: count(({ verdict }) => verdict === "divergence"),
    unjudged: count(({ verdict }) => verdict === "unjudged"),
    unsettled: count(({ observed }) => observed.outcome === "unsettled"),
  };
}

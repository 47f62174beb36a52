import type { OracleOptions } from "../oracle/oracle.ts";
import type { Step } from "../oracle/verdict/step.ts";
import { createRedactor, type Redactor } from "../trace/redact.ts";
import type { Trace, TraceFormat, TraceListener } from "../trace/trace.ts";
import { shownUserAgent } from "./about.ts";
import { type JudgedConnection, type JudgingConnection, judgingConnection } from "./judging-connection.ts";
import { mostPaired, type PairedSteps, pairedSteps } from "./paired-steps.ts";
import { stepSharing } from "./step-sharing.ts";

/** A dump, judged. */
export interface Report {
  readonly file: string;
  readonly format: TraceFormat;
  /** When the first thing in the dump happened, in ms since the epoch. */
  readonly start: number;
  /** The words of the browser for itself; null where the dump does not hold them. */
  readonly userAgent: string | null;
  readonly connections: readonly JudgedConnection[];
  /** The descriptions that went from one connection to another. */
  readonly pairs: readonly PairedSteps[];
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
  /** Left out where there are none: then none may have been declared. */
  readonly knownDeviations?: number;
}

/** Judges a dump while it is read. */
export interface Judging extends Required<TraceListener> {
  /** What was judged, once the reading has ended. */
  report(file: string, format: TraceFormat, incomplete: string | null): Report;
}

/** Judges a dump that begins. Addresses and credentials that an implementation's messages repeat are hidden. */
export function createJudging(options: OracleOptions, redactor: Redactor = createRedactor()): Judging {
  const share = stepSharing();
  let hashed = 0;
  const hasRoom = () => hashed++ < mostPaired;
  const judging: JudgingConnection[] = [];
  let browser: string | null = null;
  return {
    userAgent(userAgent) {
      browser ??= shownUserAgent(userAgent);
    },
    connection(id) {
      const connection = judgingConnection(id, options, redactor, { share, hasRoom });
      judging.push(connection);
      return connection;
    },
    report(file, format, incomplete) {
      const earliest = judging.reduce((time, { start }) => Math.min(time, start()), Number.POSITIVE_INFINITY);
      const start = Number.isFinite(earliest) ? earliest : 0;
      const connections = judging.map(({ judged }) => judged());
      const pairs = pairedSteps(connections);
      return {
        file,
        format,
        start,
        userAgent: browser,
        connections,
        pairs,
        summary: summarise(connections),
        incomplete,
      };
    },
  };
}

/** Judges every connection of a trace. */
export function reportOn(file: string, trace: Trace, options: OracleOptions): Report {
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

/** Counts over connections. */
export function summarise(connections: readonly JudgedConnection[]): ReplaySummary {
  const count = (isCounted: (step: Step) => boolean) =>
    connections.reduce((sum, { steps }) => sum + steps.filter(isCounted).length, 0);
  const knownDeviations = count(({ verdict }) => verdict === "known-deviation");
  return {
    connections: connections.length,
    calls: count(() => true),
    illegalCalls: count(({ verdict }) => verdict === "illegal-call"),
    divergences: count(({ verdict }) => verdict === "divergence"),
    unjudged: count(({ verdict }) => verdict === "unjudged"),
    unsettled: count(({ observed }) => observed.outcome === "unsettled"),
    ...(knownDeviations > 0 ? { knownDeviations } : {}),
  };
}

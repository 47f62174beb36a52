import { finish, follow } from "../oracle/follow.ts";
import { createOracle } from "../oracle/oracle.ts";
import type { Step } from "../oracle/verdict/step.ts";
import type { SessionOptions } from "../session/options.ts";
import { redactorFor } from "../trace/redact.ts";
import type { Trace, TracedConnection, UnloggedFailure } from "../trace/trace.ts";

/** A dump, judged. */
export interface Report {
  readonly file: string;
  readonly format: Trace["format"];
  /** When the first thing in the dump happened, in ms since the epoch. */
  readonly start: number;
  readonly connections: readonly JudgedConnection[];
  readonly summary: ReplaySummary;
}

/** One peer connection of a dump, judged. */
export interface JudgedConnection {
  readonly id: string;
  readonly steps: readonly Step[];
  readonly unlogged: readonly UnloggedFailure[];
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

/** Judges every connection of a trace. Addresses and credentials that an implementation's messages repeat are hidden. */
export function reportOn(file: string, trace: Trace, options: SessionOptions): Report {
  const redact = redactorFor(trace);
  const connections = trace.connections.map((connection) => judgeConnection(connection, options, redact));
  const { format, start } = trace;
  return { file, format, start, connections, summary: summarise(connections) };
}

function judgeConnection(
  { id, events, unlogged }: TracedConnection,
  options: SessionOptions,
  redact: (text: string) => string,
): JudgedConnection {
  const steps: Step[] = [];
  const keep = (step: Step) => {
    steps[step.index] = redacted(step, redact);
  };
  let oracle = createOracle(optionsOf(events) ?? options);
  for (const event of events) {
    const followed = follow(oracle, event);
    oracle = followed.oracle;
    followed.steps.forEach(keep);
  }
  finish(oracle).forEach(keep);
  return {
    id,
    steps: steps.filter(isReported),
    unlogged: unlogged.map((failure) => ({ ...failure, message: redact(failure.message) })),
  };
}

// An observer's trace says what it was judged by.
function optionsOf(events: TracedConnection["events"]): SessionOptions | null {
  const [first] = events;
  return first?.kind === "attached" ? (first.options ?? null) : null;
}

// createOffer() and createAnswer() are reported only where an observer saw them go wrong.
function isReported({ call, verdict }: Step): boolean {
  return (call !== "createOffer" && call !== "createAnswer") || verdict === "divergence";
}

function redacted(step: Step, redact: (text: string) => string): Step {
  const { message, error } = step.observed;
  const hidden = (text: string | null | undefined) => (typeof text === "string" ? redact(text) : null);
  const hiddenError = error === null ? null : { ...error, message: hidden(error.message) };
  return { ...step, observed: { ...step.observed, message: hidden(message), error: hiddenError } };
}

function summarise(connections: readonly JudgedConnection[]): ReplaySummary {
  const steps = connections.flatMap((connection) => connection.steps);
  const count = (verdict: Step["verdict"]) => steps.filter((step) => step.verdict === verdict).length;
  return {
    connections: connections.length,
    calls: steps.length,
    illegalCalls: count("illegal-call"),
    divergences: count("divergence"),
    unjudged: count("unjudged"),
    unsettled: steps.filter((step) => step.observed.outcome === "unsettled").length,
  };
}

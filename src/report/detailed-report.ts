import type { Step } from "../oracle/verdict/step.ts";
import type { SessionOptions } from "../session/options.ts";
import { redactorFor } from "../trace/redact.ts";
import type { Trace } from "../trace/trace.ts";
import { type PairedSteps, pairedSteps } from "./paired-steps.ts";
import { type JudgedConnection, type Report, reportOn } from "./report.ts";
import { sdpHider } from "./sdp/hidden-sdp.ts";
import { setSdpOf } from "./set-descriptions.ts";

/** A report with the SDP of its steps, and the descriptions that went from one connection to another. */
export interface DetailedReport extends Report {
  readonly connections: readonly DetailedConnection[];
  /** Every SDP of the dump once, without its secrets. */
  readonly sdp: readonly string[];
  readonly pairs: readonly PairedSteps[];
}

/** One peer connection of a dump, judged, with the SDP of its steps. */
export interface DetailedConnection extends JudgedConnection {
  readonly steps: readonly DetailedStep[];
}

/** A step, and its SDP. */
export interface DetailedStep extends Step {
  /** The index of the SDP in the report; null where the step has none, or the dump does not hold it. */
  readonly sdp: number | null;
}

/** Judges every connection of a trace, and keeps its SDP, hidden as far as a message would be. */
export function detailedReportOn(file: string, trace: Trace, options: SessionOptions): DetailedReport {
  return withDetails(reportOn(file, trace, options), trace);
}

/** A report on a trace, with the trace's SDP. */
export function withDetails(report: Report, trace: Trace): DetailedReport {
  const withSdp = report.connections.map(({ steps }, index) => ({
    steps,
    sdp: setSdpOf(trace.connections[index]?.events ?? [], steps),
  }));
  const indices = new Map<string, number>();
  const indexOf = (sdp: string | null) => {
    if (sdp === null) return null;
    const index = indices.get(sdp) ?? indices.size;
    indices.set(sdp, index);
    return index;
  };
  const connections = report.connections.map((connection, index) => ({
    ...connection,
    steps: connection.steps.map((step, place) => ({ ...step, sdp: indexOf(withSdp[index]?.sdp[place]?.set ?? null) })),
  }));
  const hide = sdpHider(redactorFor(trace));
  return { ...report, connections, sdp: [...indices.keys()].map(hide), pairs: pairedSteps(withSdp) };
}

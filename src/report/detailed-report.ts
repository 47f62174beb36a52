import type { OracleOptions } from "../oracle/oracle.ts";
import type { Step } from "../oracle/verdict/step.ts";
import { createRedactor } from "../trace/redact.ts";
import type { Trace, TraceFormat } from "../trace/trace.ts";
import type { JudgedConnection } from "./judging-connection.ts";
import { createJudging, hearTrace, type Judging, type Report } from "./report.ts";
import { sdpHider } from "./sdp/hidden-sdp.ts";
import { type SdpKeeper, sdpKeeper } from "./set-descriptions.ts";

/** A report with the SDP of its steps. */
export interface DetailedReport extends Report {
  readonly connections: readonly DetailedConnection[];
  /** Every SDP of the dump once, without its secrets. */
  readonly sdp: readonly string[];
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

/** Judges a dump while it is read, and keeps its SDP. */
export interface DetailedJudging extends Judging {
  report(file: string, format: TraceFormat, incomplete: string | null): DetailedReport;
}

/** Judges a dump that begins, and keeps its SDP, hidden as far as a message would be. */
export function createDetailedJudging(options: OracleOptions): DetailedJudging {
  const redactor = createRedactor();
  const judging = createJudging(options, redactor);
  const keepers: SdpKeeper[] = [];
  return {
    connection(id) {
      const { event: judge, ...others } = judging.connection(id);
      const keeper = sdpKeeper((sdp) => sdp);
      keepers.push(keeper);
      return {
        event(event) {
          judge(event);
          keeper.event(event);
        },
        ...others,
      };
    },
    userAgent: judging.userAgent,
    report(file, format, incomplete) {
      const report = judging.report(file, format, incomplete);
      return withSdp(report, keepers, redactor.redact);
    },
  };
}

/** Judges every connection of a trace, and keeps its SDP. */
export function detailedReportOn(file: string, trace: Trace, options: OracleOptions): DetailedReport {
  const judging = createDetailedJudging(options);
  hearTrace(judging, trace);
  return judging.report(file, trace.format, null);
}

/** Does a report have SDP? */
export function isDetailed(report: Report): report is DetailedReport {
  return "sdp" in report;
}

function withSdp(report: Report, keepers: readonly SdpKeeper[], redact: (text: string) => string): DetailedReport {
  const kept = report.connections.map(({ steps }, index) => keepers[index]?.sdpOf(steps) ?? []);
  const indices = new Map<string, number>();
  const indexOf = (sdp: string | null) => {
    if (sdp === null) return null;
    const index = indices.get(sdp) ?? indices.size;
    indices.set(sdp, index);
    return index;
  };
  const connections = report.connections.map((connection, index) => ({
    ...connection,
    steps: connection.steps.map((step, place) => ({ ...step, sdp: indexOf(kept[index]?.[place]?.set ?? null) })),
  }));
  return { ...report, connections, sdp: [...indices.keys()].map(sdpHider(redact)) };
}

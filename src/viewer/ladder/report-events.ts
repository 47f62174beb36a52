import type { DetailedConnection, DetailedReport } from "../../report/detailed-report.ts";
import type { PairedMessage, StepEvent, UnloggedEvent } from "./lanes.ts";

/** What a ladder of a report draws. */
export type ReportEvent = StepEvent | UnloggedEvent;

/** The events of some of a report's connections, each a lane, in the order of their time. */
export function eventsOf(report: DetailedReport, connections: readonly number[]): readonly ReportEvent[] {
  const events = connections.flatMap((connection, lane) => {
    const judged = report.connections[connection];
    return judged === undefined ? [] : eventsOn(judged, connection, lane);
  });
  return events.sort((one, other) => one.time - other.time);
}

function eventsOn({ steps, unlogged }: DetailedConnection, connection: number, lane: number): ReportEvent[] {
  const before: Record<string, number> = {};
  const judged = steps.map((step, index): StepEvent => {
    const { time, call, sdp, observed } = step;
    const sdpBefore = before[call] ?? null;
    // What was refused was not set.
    if (sdp !== null && observed.outcome === "applied") before[call] = sdp;
    const signalingState = observed.outcome === "unsettled" ? null : observed.signalingState;
    return { kind: "step", id: stepId(connection, index), lane, time, step, sdpBefore, signalingState };
  });
  const failures = unlogged.map((failure, index): UnloggedEvent => {
    const id = `failure-${connection}-${index}`;
    return { kind: "unlogged", id, lane, time: failure.time, failure, signalingState: null };
  });
  return [...judged, ...failures];
}

function stepId(connection: number, step: number): string {
  return `step-${connection}-${step}`;
}

/** Where the description of each step came from or went to, in words. */
export function otherEnds({ connections, pairs }: DetailedReport): ReadonlyMap<string, string> {
  const ends = new Map<string, string>();
  const nameOf = (connection: number) => connections[connection]?.id ?? "";
  for (const { from, to } of pairs) {
    ends.set(stepId(to.connection, to.step), `from ${nameOf(from.connection)}`);
    ends.set(stepId(from.connection, from.step), `to ${nameOf(to.connection)}`);
  }
  return ends;
}

/** The offers and answers that went from one step to another. */
export function messagesOf({ pairs }: DetailedReport): readonly PairedMessage[] {
  return pairs.map(({ from, to }) => ({
    from: stepId(from.connection, from.step),
    to: stepId(to.connection, to.step),
  }));
}

// Small dumps of both formats, and what is said of any dump.
import { reportOn } from "../../../src/report/report.ts";
import { readTrace } from "../../../src/trace/read-trace.ts";
import type { Trace } from "../../../src/trace/trace.ts";

/** A line of an rtcstats dump: `[method, connection, value, …, ms since the line before]`. */
export type RtcstatsLine = readonly unknown[];

/** An rtcstats dump of these lines, which need not be arrays. */
export function rtcstatsDump(lines: readonly unknown[]): string {
  const texts = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line)));
  return ["RTCStatsDump", '{"fileFormat":3}', ...texts, ""].join("\n");
}

/** A webrtc-internals dump of one connection, "8-1": an update is `[type, value]`, 1 ms after the one before. */
export function internalsDump(updates: readonly (readonly [type: string, value: unknown])[]): string {
  const updateLog = updates.map(([type, value], index) => ({ type, value, timestamp: 1000 + index }));
  return JSON.stringify({ PeerConnections: { "8-1": { updateLog } } });
}

/** What a dump holds, which has to be readable. */
export function traceOf(text: string): Trace {
  const reading = readTrace(text);
  if (!reading.ok) throw new Error(reading.reason);
  return reading.value;
}

/** Why a dump cannot be read. */
export function complaintOf(text: string): string {
  const reading = readTrace(text);
  if (reading.ok) throw new Error("it was read");
  return reading.reason;
}

/** Every step of a dump in a few words, and how many failures belong to no call. */
export function verdictsOf(text: string): string[] {
  const { connections, summary } = reportOn("", traceOf(text), { sdp: "opaque" });
  const words = connections.flatMap(({ id, steps, unlogged }) => [
    ...steps.map(
      ({ call, type, before, observed, verdict, code }) =>
        `${id} ${call} ${type} ${before} ${observed.outcome} ${observed.signalingState} ${observed.message} ${verdict} ${code}`,
    ),
    `${id} unlogged: ${unlogged.map(({ message }) => message).join()}`,
  ]);
  return [...words, JSON.stringify(summary)];
}

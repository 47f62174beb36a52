import { failure, success } from "../result.ts";
import { isJsonObject, parseJson } from "./json.ts";
import { connectionOf } from "./log-entry.ts";
import { type LogEntry, startOf, type TraceReading } from "./trace.ts";

/**
 * Reads a "webrtc-internals dump", what Chromium's chrome://webrtc-internals page saves, of old and new versions.
 *
 * @param text the whole file
 */
export function readWebrtcInternals(text: string): TraceReading {
  const dump = parseJson(text);
  if (!isJsonObject(dump)) return failure("not a webrtc-internals dump: the text is not a complete JSON object");
  const { PeerConnections: peerConnections } = dump;
  if (!isJsonObject(peerConnections)) return failure("not a webrtc-internals dump: PeerConnections is missing");
  const connections = [];
  for (const [id, connection] of Object.entries(peerConnections)) {
    const log = isJsonObject(connection) ? connection.updateLog : undefined;
    if (!Array.isArray(log)) return failure("not a webrtc-internals dump: a connection without an updateLog");
    const entries = entriesOf(log);
    if (entries === null)
      return failure("not a webrtc-internals dump: an updateLog holds something other than updates");
    connections.push(connectionOf(id, entries));
  }
  return success({ format: "webrtc-internals", start: startOf(connections), connections });
}

function entriesOf(log: readonly unknown[]): LogEntry[] | null {
  const entries: LogEntry[] = [];
  let time = 0;
  for (const update of log) {
    if (!isJsonObject(update) || typeof update.type !== "string") return null;
    time = timeOf(update) ?? time;
    entries.push({ method: update.type, value: loggedValue(update.value), time });
  }
  return entries;
}

// Newer dumps have a timestamp in ms, older ones a date as the browser's language writes it: where that cannot be
// read, the update counts as no later than the one before it.
function timeOf({ timestamp, time }: Record<string, unknown>): number | null {
  if (typeof timestamp === "number" && Number.isFinite(timestamp)) return timestamp;
  const parsed = typeof time === "string" ? Date.parse(time) : Number.NaN;
  return Number.isNaN(parsed) ? null : parsed;
}

// Mostly JSON in a string; states and descriptions of older versions, and messages, are bare.
function loggedValue(value: unknown): unknown {
  if (typeof value !== "string") return value;
  const parsed = value.startsWith("{") ? parseJson(value) : undefined;
  return parsed === undefined ? value : parsed;
}

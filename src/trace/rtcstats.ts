import { failure, success } from "../result.ts";
import { isJsonObject, parseJson } from "./json.ts";
import { connectionOf, isFollowed } from "./log-entry.ts";
import { observedEvent } from "./observed-trace.ts";
import { type Bases, expand, noBases } from "./rtcstats-compression.ts";
import { methodName, rtcstatsMagic } from "./rtcstats-format.ts";
import { type LogEntry, type ObservedEntry, startOf, type TraceReading } from "./trace.ts";

interface LoggedConnection {
  readonly entries: (LogEntry | ObservedEntry)[];
  readonly bases: Bases;
}

/**
 * Reads an "rtcstats dump", as rtcstats-js and Chromium write it: a magic line, a JSON object, and a JSON array a line.
 *
 * @param text the whole file, decompressed
 */
export function readRtcstats(text: string): TraceReading {
  const [magic, header, ...lines] = text.split("\n");
  if (magic?.trimEnd() !== rtcstatsMagic) return failure(`not an rtcstats dump: line 1 is not ${rtcstatsMagic}`);
  if (!isJsonObject(parseJson(header ?? ""))) return failure("not an rtcstats dump: line 2 is not a JSON object");
  const connections = new Map<string, LoggedConnection>();
  let time = 0;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const fields = parseJson(line);
    if (fields === undefined) return failure(`the rtcstats dump is damaged or cut off: line ${index + 3} is not JSON`);
    if (!Array.isArray(fields)) continue;
    // Time is the running sum over all lines, those to be skipped included.
    const elapsed: unknown = fields.at(-1);
    if (typeof elapsed !== "number") return failure(`the rtcstats dump is damaged: line ${index + 3} has no time`);
    time += elapsed;
    const id = connectionId(fields[1]);
    if (id === null) continue;
    logLine(connections, id, fields, time);
  }
  const traced = [...connections].map(([id, { entries }]) => connectionOf(id, entries));
  return success({ format: "rtcstats", start: startOf(traced), connections: traced });
}

function logLine(
  connections: Map<string, LoggedConnection>,
  id: string,
  fields: readonly unknown[],
  time: number,
): void {
  const connection = connections.get(id) ?? { entries: [], bases: noBases() };
  connections.set(id, connection);
  const observed = fields.length > 4 ? observedEvent(fields[3], fields[2], time) : null;
  if (observed !== null) {
    connection.entries.push({ observed });
    return;
  }
  const method = methodName(fields[0]);
  if (method === null || !isFollowed(method)) return;
  // Where there is no value at all, the time takes its place.
  const value = fields.length > 3 ? fields[2] : null;
  connection.entries.push({ method, value: expand(connection.bases, method, value), time });
}

// Some versions of Chromium log calls of no connection as "undefined-undefined".
function connectionId(id: unknown): string | null {
  if (typeof id === "number") return String(id);
  return typeof id === "string" && id !== "undefined-undefined" ? id : null;
}

import { boundedLog } from "./bounded-log.ts";
import { isDeeperThan, isJsonObject, parseJson } from "./json.ts";
import { over, partialDump, type TraceLimits, type TraceStop, unreadableDump } from "./limits.ts";
import { isFollowed } from "./log-entry.ts";
import { observedEvent } from "./observed-trace.ts";
import { type Bases, expansion } from "./rtcstats-compression.ts";
import { methodName, rtcstatsMagic, userAgentIn } from "./rtcstats-format.ts";
import type { TextReader } from "./text-reader.ts";
import type { ConnectionListener, TraceListener } from "./trace.ts";

interface LoggedConnection {
  readonly listener: ConnectionListener;
  bases: Bases | null;
}

/**
 * Reads an "rtcstats dump", as rtcstats-js and Chromium write it: a magic line, a JSON object, and a JSON array a line.
 */
export function rtcstatsReader(listener: TraceListener, limits: TraceLimits): TextReader {
  const log = boundedLog(listener, limits);
  const expand = expansion(limits.maxExpandedLength);
  const connections = new Map<string, LoggedConnection>();
  let begun = "";
  let number = 0;
  let time = 0;

  function readLine(line: string): TraceStop | null {
    number++;
    if (number === 1) {
      const isMagic = line.trimEnd() === rtcstatsMagic;
      return isMagic ? null : unreadableDump(`not an rtcstats dump: line 1 is not ${rtcstatsMagic}`);
    }
    if (!log.line()) return log.stop;
    if (isDeeperThan(limits.maxDepth, line)) {
      return over("maxDepth", `line ${number} is nested more than ${limits.maxDepth} levels deep`);
    }
    if (number === 2) {
      const header = parseJson(line);
      if (!isJsonObject(header)) return unreadableDump("not an rtcstats dump: line 2 is not a JSON object");
      const userAgent = userAgentIn(header);
      if (userAgent !== null) listener.userAgent?.(userAgent);
      return null;
    }
    if (line.trim() === "") return null;
    const fields = parseJson(line);
    if (fields === undefined) return partialDump(`the rtcstats dump is damaged or cut off: line ${number} is not JSON`);
    if (!Array.isArray(fields)) return null;
    // Time is the running sum over all lines, those to be skipped included.
    const elapsed: unknown = fields.at(-1);
    if (typeof elapsed !== "number" || !Number.isFinite(time + elapsed))
      return partialDump(`the rtcstats dump is damaged: line ${number} has no time`);
    time += elapsed;
    const id = connectionId(fields[1]);
    if (id !== null) return readFields(id, fields);
    const userAgent = methodName(fields[0]) === "create" ? userAgentIn(fields[2]) : null;
    if (userAgent !== null) listener.userAgent?.(userAgent);
    return null;
  }

  function readFields(id: string, fields: readonly unknown[]): TraceStop | null {
    const connection = connectionOf(id);
    if (connection === null) return log.stop;
    const observed = fields.length > 4 ? observedEvent(fields[3], fields[2], time) : null;
    if (observed !== null) return log.entry(connection.listener, { observed }) ? null : log.stop;
    const method = methodName(fields[0]);
    // What creates a connection names its page.
    if (method === "create" && typeof fields[3] === "string") connection.listener.url?.(fields[3]);
    if (method === null || !isFollowed(method)) return null;
    // Where there is no value at all, the time takes its place.
    const written = fields.length > 3 ? fields[2] : null;
    connection.bases ??= expand.noBases();
    const value = expand.valueOf(connection.bases, method, written);
    if (!value.ok) return over("maxExpandedLength", `line ${number}: ${value.reason}`);
    return log.entry(connection.listener, { method, value: value.value, time }) ? null : log.stop;
  }

  function connectionOf(id: string): LoggedConnection | null {
    const known = connections.get(id);
    if (known !== undefined) return known;
    const followed = log.connection(id);
    if (followed === null) return null;
    const connection = { listener: followed, bases: null };
    connections.set(id, connection);
    return connection;
  }

  function begin(piece: string): TraceStop | null {
    begun += piece;
    if (begun.length <= limits.maxLineLength) return null;
    return over("maxLineLength", `line ${number + 1} is longer than ${limits.maxLineLength} characters`);
  }

  return {
    push(text) {
      let start = 0;
      for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", start)) {
        const stop = begin(text.slice(start, end));
        if (stop !== null) return stop;
        const line = begun;
        begun = "";
        start = end + 1;
        const unread = readLine(line);
        if (unread !== null) return unread;
      }
      return begin(text.slice(start));
    },
    end() {
      const stop = readLine(begun);
      if (stop !== null) return stop;
      return number >= 2 ? null : readLine("");
    },
    place: () => `after line ${number}`,
  };
}

// Some versions of Chromium log calls of no connection as "undefined-undefined".
function connectionId(id: unknown): string | null {
  if (typeof id === "number") return String(id);
  return typeof id === "string" && id !== "undefined-undefined" ? id : null;
}

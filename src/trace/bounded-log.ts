import { over, type TraceLimits, type TraceStop } from "./limits.ts";
import { occurrenceIn } from "./log-entry.ts";
import type { ConnectionListener, LogEntry, ObservedEntry, TraceListener } from "./trace.ts";

/** Passes on to a listener what a dump holds, up to the limits. */
export interface BoundedLog {
  /** One more connection; null where there are too many. */
  connection(id: string): ConnectionListener | null;
  /** One more line or update. False where there are too many. */
  line(): boolean;
  /** False where there are too many steps. */
  entry(connection: ConnectionListener, entry: LogEntry | ObservedEntry): boolean;
  /** The limit that was exceeded. */
  readonly stop: TraceStop | null;
}

/** A log of nothing yet. */
export function boundedLog(listener: TraceListener, limits: TraceLimits): BoundedLog {
  const { maxConnections, maxLines, maxSteps } = limits;
  let [connections, lines, steps] = [0, 0, 0];
  let stop: TraceStop | null = null;
  return {
    get stop() {
      return stop;
    },
    connection(id) {
      if (++connections <= maxConnections) return listener.connection(id);
      stop = over("maxConnections", `over the limit of ${maxConnections} peer connections`);
      return null;
    },
    line() {
      if (++lines <= maxLines) return true;
      stop = over("maxLines", `over the limit of ${maxLines} lines`);
      return false;
    },
    entry(connection, entry) {
      const occurrence = occurrenceIn(entry);
      if (occurrence === null) return true;
      if ((!("kind" in occurrence) || occurrence.kind === "call") && ++steps > maxSteps) {
        stop = over("maxSteps", `over the limit of ${maxSteps} steps`);
        return false;
      }
      if ("kind" in occurrence) connection.event(occurrence);
      else connection.unlogged(occurrence);
      return true;
    },
  };
}

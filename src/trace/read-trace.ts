import type { TraceEvent } from "../oracle/evidence/trace-event.ts";
import { failure, type Result, success } from "../result.ts";
import { resolveLimits, type TraceOptions } from "./limits.ts";
import { startOf, type TracedConnection, type TraceReading, type UnloggedFailure } from "./trace.ts";
import { traceReader } from "./trace-reader.ts";

/**
 * Reads a dump, recognised by its content: what Chromium's chrome://webrtc-internals page saves, or rtcstats.
 *
 * @param source the whole file, decompressed: its text, or its bytes in UTF-8
 * @param options limits on what is read: a dump beyond one of them is not read
 * @returns the connections with their events, or one line that says why the dump cannot be read
 * @throws TypeError where an option is unknown or unusable
 * @see https://github.com/rtcstats/rtcstats
 */
export function readTrace(source: string | Uint8Array, options: TraceOptions = {}): TraceReading {
  const limits = resolveLimits("readTrace", options);
  const text = typeof source === "string" ? success(source) : textIn(source);
  if (!text.ok) return text;
  const connections: TracedConnection[] = [];
  const reader = traceReader({ connection: (id) => kept(connections, id) }, limits);
  const stop = reader.push(text.value) ?? reader.end();
  const { format } = reader;
  if (stop !== null) return failure(stop.limit === null ? stop.reason : `${stop.reason}: ${stop.limit} can be raised`);
  if (format === null) return failure("the dump is empty");
  return success({ format, start: startOf(connections), connections });
}

function kept(connections: TracedConnection[], id: string) {
  const events: TraceEvent[] = [];
  const unlogged: UnloggedFailure[] = [];
  connections.push({ id, events, unlogged });
  return {
    event: (event: TraceEvent) => void events.push(event),
    unlogged: (failed: UnloggedFailure) => void unlogged.push(failed),
  };
}

// Every platform that this runs on has it, but for some versions of React Native.
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };

/** Whether bytes that begin so are compressed with gzip. */
export function isGzip([first, second]: Uint8Array): boolean {
  return first === 0x1f && second === 0x8b;
}

function textIn(bytes: Uint8Array): Result<string> {
  if (isGzip(bytes)) return failure("the dump is compressed with gzip: decompress it first");
  try {
    return success(new TextDecoder().decode(bytes));
  } catch {
    return failure("the bytes cannot be decoded as UTF-8 text: the dump may be too long for one string");
  }
}

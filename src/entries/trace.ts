/**
 * Reads the dumps of chrome://webrtc-internals and of rtcstats.
 *
 * @module
 */
export type { TraceLimits, TraceOptions } from "../trace/limits.ts";
export { readTrace } from "../trace/read-trace.ts";
export { redactorFor } from "../trace/redact.ts";
export type { Trace, TracedConnection, TraceReading, UnloggedFailure } from "../trace/trace.ts";

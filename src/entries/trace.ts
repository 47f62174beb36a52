/**
 * Reads the dumps of chrome://webrtc-internals and of rtcstats.
 *
 * @module
 */
export { observedTrace } from "../trace/observed-trace.ts";
export { readTrace } from "../trace/read-trace.ts";
export { redactorFor } from "../trace/redact.ts";
export type { Trace, TracedConnection, TraceReading, UnloggedFailure } from "../trace/trace.ts";

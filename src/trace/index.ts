export { observedTrace } from "./observed-trace.ts";
export { readTrace } from "./read-trace.ts";
export { redactorFor } from "./redact.ts";
export type { Trace, TracedConnection, TraceReading, UnloggedFailure } from "./trace.ts";

import type { ObservedError } from "./trace-event.ts";

/** An error as plain data: what its members say. Anything may have been thrown. */
export function errorOf(reason: unknown): ObservedError {
  const name = memberOf(reason, "name");
  const message = memberOf(reason, "message");
  const errorDetail = memberOf(reason, "errorDetail");
  const sdpLineNumber = memberOf(reason, "sdpLineNumber");
  return Object.freeze({
    name: typeof name === "string" ? name : typeof reason,
    message: typeof message === "string" ? message : null,
    errorDetail: typeof errorDetail === "string" ? errorDetail : null,
    sdpLineNumber: typeof sdpLineNumber === "number" ? sdpLineNumber : null,
  });
}

/** A description as plain data; null where it is none. */
export function descriptionOf(value: unknown): { readonly type: string; readonly sdp: string } | null {
  const type = memberOf(value, "type");
  const sdp = memberOf(value, "sdp");
  return typeof type === "string" && typeof sdp === "string" ? Object.freeze({ type, sdp }) : null;
}

/** A member of anything. A stranger's getter may throw: then there is nothing to see. */
export function memberOf(value: unknown, name: string): unknown {
  try {
    return Object(value)[name];
  } catch {
    return undefined;
  }
}

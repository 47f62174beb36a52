import { memberOf } from "./plain-data.ts";

/** An error as its members say: of a DOMException the `name`, of an RTCError its detail and line (1-based) too. */
export interface ObservedError {
  readonly name: string;
  readonly message?: string | null | undefined;
  readonly errorDetail?: string | null | undefined;
  readonly sdpLineNumber?: number | null | undefined;
}

/** Reads an error. Anything may have been thrown. */
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

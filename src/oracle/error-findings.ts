import type { Rejection } from "../session/index.ts";
import type { Finding } from "./difference.ts";
import type { ObservedError } from "./trace-event.ts";

/** In what the error of a refused call differs from what it must be: its name, or else the line that it names. */
export function errorFindings(rejection: Rejection, observed: ObservedError | null): readonly Finding[] {
  if (observed === null) return [];
  const name = errorName(observed);
  if (name !== rejection.error) {
    const message = `It must be refused with ${rejection.error}, but was with ${name}: ${rejection.message}`;
    return [{ kind: "wrong-error", message, expected: rejection.error, observed: name }];
  }
  if (rejection.error !== "RTCError" || observed.sdpLineNumber === rejection.sdpLineNumber) return [];
  const [expected, line] = [`line ${rejection.sdpLineNumber}`, `line ${observed.sdpLineNumber ?? "none"}`];
  const message = `The syntax error is in ${expected}, but was reported in ${line}.`;
  return [{ kind: "wrong-line", message, expected, observed: line }];
}

// An RTCError is a DOMException named OperationError: only its detail tells it.
function errorName({ name, errorDetail }: ObservedError): string {
  return errorDetail === "sdp-syntax-error" && (name === "OperationError" || name === "RTCError") ? "RTCError" : name;
}

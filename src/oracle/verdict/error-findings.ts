import type { Rejection } from "../../session/rejection/rejection.ts";
import type { ObservedError } from "../evidence/trace-event.ts";
import type { Finding } from "./difference.ts";

/** In what the error of a refused call differs from what it must be: its name, or else the line that it names. */
export function errorFindings(rejection: Rejection, observed: ObservedError | null): readonly Finding[] {
  if (observed === null) return [];
  const name = errorName(observed);
  if (name !== rejection.error) {
    const message = `It must be refused with ${rejection.error}, but was with ${name}: ${withoutQuotes(rejection)}`;
    return [{ kind: "wrong-error", message, expected: rejection.error, observed: name }];
  }
  if (rejection.error !== "RTCError" || observed.sdpLineNumber === rejection.sdpLineNumber) return [];
  const line = typeof observed.sdpLineNumber === "number" ? `line ${observed.sdpLineNumber}` : "no line";
  const expected = `line ${rejection.sdpLineNumber}`;
  const message = `The syntax error is in ${expected}, but was reported in ${line}.`;
  return [{ kind: "wrong-line", message, expected, observed: line }];
}

/** The words of a rejection without what they quote of the SDP, which is the implementation's and may be private. */
export function withoutQuotes({ message }: Rejection): string {
  return message.replace(/".*"/s, '"…"');
}

// An RTCError is a DOMException named OperationError: only its detail tells it.
function errorName({ name, errorDetail }: ObservedError): string {
  if (errorDetail === "sdp-syntax-error" && (name === "OperationError" || name === "RTCError")) return "RTCError";
  return name === "RTCError" ? `RTCError with errorDetail ${errorDetail ?? "missing"}` : name;
}

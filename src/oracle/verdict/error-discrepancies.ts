import type { Rejection } from "../../session/rejection/rejection.ts";
import type { ObservedError } from "../evidence/plain-data.ts";
import type { Discrepancy } from "./difference.ts";
import { refusalReason } from "./reason.ts";

/** In what the error of a refused call differs from what it must be: its name, or else the line that it names. */
export function errorDiscrepancies(rejection: Rejection, observed: ObservedError | null): readonly Discrepancy[] {
  if (observed === null) return [];
  const { error } = rejection;
  const name = errorName(observed);
  if (name !== error) {
    const message = `The call must be rejected with ${error}, but was rejected with ${name}: ${refusalReason(rejection)}`;
    return [{ kind: "wrong-error", message, expected: error, observed: name }];
  }
  if (rejection.error !== "RTCError" || observed.sdpLineNumber === rejection.sdpLineNumber) return [];
  const line = typeof observed.sdpLineNumber === "number" ? `line ${observed.sdpLineNumber}` : "no line";
  const expected = `line ${rejection.sdpLineNumber}`;
  const message = `The syntax error is in ${expected}, but the error names ${line}.`;
  return [{ kind: "wrong-line", message, expected, observed: line }];
}

// An RTCError is a DOMException named OperationError: only its detail sets it apart.
function errorName({ name, errorDetail }: ObservedError): string {
  if (errorDetail === "sdp-syntax-error" && (name === "OperationError" || name === "RTCError")) return "RTCError";
  return name === "RTCError" ? `RTCError with errorDetail ${errorDetail ?? "missing"}` : name;
}

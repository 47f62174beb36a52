import type { Rejection } from "../../session/rejection/rejection.ts";
import { type ExceptionClasses, exceptionOf } from "../../session/rejection/to-exception.ts";
import type { ConnectionRejection } from "./connection-rejection.ts";

/**
 * The exception that a stack throws from a call, or rejects its promise with: what `toException` makes of a session's
 * rejection, and in the same way of a connection's own.
 *
 * @param rejection from an effect `throw` or `reject`; becomes the exception's `cause`
 * @see https://w3c.github.io/webrtc-pc/#error-handling
 */
export function callException(rejection: ConnectionRejection): Error {
  return callExceptionOf(rejection, globalThis as ExceptionClasses);
}

/** The same, made of these classes. */
export function callExceptionOf(rejection: ConnectionRejection, classes: ExceptionClasses): Error {
  if (rejection.error !== "RangeError") return exceptionOf(rejection as Rejection, classes);
  return Object.defineProperty(new RangeError(rejection.message), "cause", {
    value: rejection,
    configurable: true,
    writable: true,
  });
}

import type { Rejection } from "./rejection.ts";

/**
 * The exception that a stack hands to the application: a TypeError, a DOMException of the rejection's name, or an
 * RTCError, which is a DOMException named OperationError with `errorDetail` and `sdpLineNumber` (1-based). The
 * platform's own classes are used where it has them; where there is no DOMException, an Error with that name.
 *
 * @param rejection from an outcome of kind `rejected`; becomes the exception's `cause`
 * @see https://w3c.github.io/webrtc-pc/#dom-rtcerror
 */
export function toException(rejection: Rejection): Error {
  return exceptionOf(rejection, globalThis as ExceptionClasses);
}

/** The same, made of these classes. */
export function exceptionOf(rejection: Rejection, classes: ExceptionClasses): Error {
  const { error, message } = rejection;
  const exception =
    error === "TypeError"
      ? new TypeError(message)
      : error === "RTCError"
        ? rtcError(rejection, message, classes)
        : domException(message, error, classes);
  return Object.defineProperty(exception, "cause", { value: rejection, configurable: true, writable: true });
}

/**
 * The error name that MDN gives the deprecated callback form of setRemoteDescription(). This is MDN's table alone:
 * webrtc-pc's legacy interface passes the ordinary error on.
 *
 * @see https://developer.mozilla.org/en-US/docs/Web/API/RTCPeerConnection/setRemoteDescription
 */
export function legacyErrorName(rejection: Rejection): string {
  const { error, side } = rejection;
  const forWhatItIs = error === "TypeError" || error === "RTCError" || error === "InvalidAccessError";
  if (forWhatItIs && side === "remote") return "InvalidSessionDescriptionError";
  return error === "RTCError" ? "OperationError" : error;
}

interface RtcErrorInit {
  readonly errorDetail: "sdp-syntax-error";
  readonly sdpLineNumber: number;
}

// What an RTCError holds besides: of an SDP syntax error webrtc-pc has null there.
const otherMembers = { sctpCauseCode: null, receivedAlert: null, sentAlert: null };

/** The parts of the platform used here; any may be missing (React Native has none, Node no RTCError). */
export interface ExceptionClasses {
  readonly DOMException?: new (message: string, name: string) => Error;
  readonly RTCError?: new (init: RtcErrorInit, message: string) => Error;
}

function domException(message: string, name: string, { DOMException }: ExceptionClasses): Error {
  if (DOMException !== undefined) return new DOMException(message, name);
  const error = new Error(message);
  Object.defineProperty(error, "name", { value: name, configurable: true });
  return error;
}

function rtcError({ errorDetail, sdpLineNumber }: RtcErrorInit, message: string, classes: ExceptionClasses): Error {
  const init = { errorDetail, sdpLineNumber };
  const { RTCError, DOMException } = classes;
  if (RTCError !== undefined) return new RTCError(init, message);
  if (DOMException === undefined)
    return Object.assign(domException(message, "OperationError", classes), otherMembers, init);
  ownRtcError ??= defineRtcError(DOMException);
  return new ownRtcError(init, message);
}

// Defined when first needed: a platform without DOMException could not define it at all.
let ownRtcError: ExceptionClasses["RTCError"];

function defineRtcError(
  DOMException: NonNullable<ExceptionClasses["DOMException"]>,
): NonNullable<ExceptionClasses["RTCError"]> {
  return class RTCError extends DOMException {
    constructor(init: RtcErrorInit, message: string) {
      super(message, "OperationError");
      Object.assign(this, otherMembers, init);
    }
  };
}

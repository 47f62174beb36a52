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
  if (rejection.error === "TypeError") return new TypeError(rejection.message, { cause: rejection });
  if (rejection.error !== "RTCError") return withCause(domException(rejection.message, rejection.error), rejection);
  const { message, errorDetail, sdpLineNumber } = rejection;
  return withCause(rtcError({ errorDetail, sdpLineNumber }, message), rejection);
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

// The parts of the platform used here; any may be missing (React Native has none, Node no RTCError).
interface Platform {
  readonly DOMException?: new (message: string, name: string) => Error;
  readonly RTCError?: new (init: RtcErrorInit, message: string) => Error;
}

function platform(): Platform {
  return globalThis as Platform;
}

function domException(message: string, name: string): Error {
  const { DOMException } = platform();
  if (DOMException !== undefined) return new DOMException(message, name);
  const error = new Error(message);
  Object.defineProperty(error, "name", { value: name, configurable: true });
  return error;
}

function rtcError(init: RtcErrorInit, message: string): Error {
  const { RTCError, DOMException } = platform();
  if (RTCError !== undefined) return new RTCError(init, message);
  if (DOMException === undefined) return Object.assign(domException(message, "OperationError"), init);
  ownRtcError ??= defineRtcError(DOMException);
  return new ownRtcError(init, message);
}

// Defined when first needed: a platform without DOMException could not define it at all.
let ownRtcError: Platform["RTCError"];

function defineRtcError(DOMException: NonNullable<Platform["DOMException"]>): NonNullable<Platform["RTCError"]> {
  return class RTCError extends DOMException {
    readonly errorDetail: string;
    readonly sdpLineNumber: number;
    readonly sctpCauseCode = null;
    readonly receivedAlert = null;
    readonly sentAlert = null;

    constructor({ errorDetail, sdpLineNumber }: RtcErrorInit, message: string) {
      super(message, "OperationError");
      this.errorDetail = errorDetail;
      this.sdpLineNumber = sdpLineNumber;
    }
  };
}

function withCause(error: Error, cause: Rejection): Error {
  return Object.defineProperty(error, "cause", { value: cause, configurable: true, writable: true });
}

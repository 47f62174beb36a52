import { domString, enumeration } from "../web-idl/convert.ts";
import { dictionary, optionalMember, requiredMember } from "../web-idl/dictionary.ts";
import { constructedWith, defineInterface } from "../web-idl/interface.ts";
import { optionalWithDefault, readonly, required } from "../web-idl/members.ts";
import { long, unsignedLong } from "../web-idl/numbers.ts";

/** What an RTCError holds beyond a DOMException. */
export interface HeldRtcError {
  readonly errorDetail: string;
  readonly sdpLineNumber: number | null;
  readonly sctpCauseCode: number | null;
  readonly receivedAlert: number | null;
  readonly sentAlert: number | null;
  readonly httpRequestStatusCode: number | null;
}

const rtcErrorInit = /* @__PURE__ */ dictionary("RTCErrorInit", {
  errorDetail: requiredMember(
    enumeration([
      ...["data-channel-failure", "dtls-failure", "fingerprint-failure", "sctp-failure", "sdp-syntax-error"],
      ...["hardware-encoder-not-available", "hardware-encoder-error"],
    ]),
  ),
  sdpLineNumber: optionalMember(long),
  sctpCauseCode: optionalMember(long),
  receivedAlert: optionalMember(unsignedLong),
  sentAlert: optionalMember(unsignedLong),
  httpRequestStatusCode: optionalMember(long),
});

/** @see https://w3c.github.io/webrtc-pc/#rtcerror-interface */
export const rtcErrorInterface = /* @__PURE__ */ defineInterface<HeldRtcError>("RTCError", {
  inherits: "DOMException",
  construction: constructedWith(
    [required(rtcErrorInit), optionalWithDefault(domString, "")],
    (_, { errorDetail, sdpLineNumber, sctpCauseCode, receivedAlert, sentAlert, httpRequestStatusCode }) => ({
      errorDetail,
      sdpLineNumber: sdpLineNumber ?? null,
      sctpCauseCode: sctpCauseCode ?? null,
      receivedAlert: receivedAlert ?? null,
      sentAlert: sentAlert ?? null,
      httpRequestStatusCode: httpRequestStatusCode ?? null,
    }),
    (_, message) => [message, "OperationError"],
  ),
  members: {
    errorDetail: readonly((held: HeldRtcError) => held.errorDetail),
    sdpLineNumber: readonly((held: HeldRtcError) => held.sdpLineNumber),
    sctpCauseCode: readonly((held: HeldRtcError) => held.sctpCauseCode),
    receivedAlert: readonly((held: HeldRtcError) => held.receivedAlert),
    sentAlert: readonly((held: HeldRtcError) => held.sentAlert),
    // Of WebRTC Identity.
    httpRequestStatusCode: readonly((held: HeldRtcError) => held.httpRequestStatusCode),
  },
});

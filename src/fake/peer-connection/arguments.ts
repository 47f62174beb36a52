import { encodingParameters } from "../rtp/encoding-parameters.ts";
import { isOfClass, mediaStream, mediaStreamTrack, type SentTrack } from "../rtp/media.ts";
import { transceiverDirections } from "../rtp/transceiver.ts";
import {
  boolean,
  type Convert,
  domString,
  enumeration,
  isObjectType,
  sequenceOf,
  usvString,
} from "../web-idl/convert.ts";
import { dictionary, memberWithDefault, optionalMember } from "../web-idl/dictionary.ts";
import { unsigned } from "../web-idl/numbers.ts";

/**
 * RTCSessionDescriptionInit and RTCLocalSessionDescriptionInit, as far as converting them may run code of the application:
 * the members are read, and become strings. The model has codes of its own for what is refused.
 */
export const sessionDescriptionArgument: Convert<unknown> = (value) => {
  if (!isObjectType(value)) return value;
  const sdp = argumentText((value as { readonly sdp?: unknown }).sdp);
  const type = argumentText((value as { readonly type?: unknown }).type);
  return { sdp, type };
};

function argumentText(value: unknown): unknown {
  return value === undefined || typeof value === "symbol" ? value : `${value}`;
}

/** RTCOfferOptions. */
export const offerOptions = /* @__PURE__ */ dictionary("RTCOfferOptions", {
  iceRestart: memberWithDefault(boolean, false),
  offerToReceiveAudio: optionalMember(boolean),
  offerToReceiveVideo: optionalMember(boolean),
});

/** RTCAnswerOptions. */
export const answerOptions = /* @__PURE__ */ dictionary("RTCAnswerOptions", {});

/** RTCDataChannelInit. */
export const dataChannelInit = /* @__PURE__ */ dictionary("RTCDataChannelInit", {
  ordered: memberWithDefault(boolean, true),
  maxPacketLifeTime: optionalMember(unsigned(16, "enforce-range")),
  maxRetransmits: optionalMember(unsigned(16, "enforce-range")),
  protocol: memberWithDefault(usvString, ""),
  negotiated: memberWithDefault(boolean, false),
  id: optionalMember(unsigned(16, "enforce-range")),
});

/** RTCRtpTransceiverInit. */
export const transceiverInit = /* @__PURE__ */ dictionary("RTCRtpTransceiverInit", {
  direction: memberWithDefault(enumeration(transceiverDirections), "sendrecv"),
  streams: memberWithDefault(sequenceOf(mediaStream), []),
  sendEncodings: memberWithDefault(sequenceOf(encodingParameters), []),
});

/** `(MediaStreamTrack or DOMString)`. */
export const trackOrKind: Convert<SentTrack | string> = (value, what) =>
  isOfClass(value, "MediaStreamTrack") ? mediaStreamTrack(value, what) : domString(value, what);

import { iceCandidateInterface } from "../description/ice-candidate.ts";
import { rtcErrorInterface } from "../error/rtc-error.ts";
import { mediaStream, mediaStreamTrack } from "../rtp/media.ts";
import { receiverInterface } from "../rtp/receiver.ts";
import { transceiverInterface } from "../rtp/transceiver.ts";
import { domString, nullable, sequenceOf, usvString } from "../web-idl/convert.ts";
import { dictionary, memberWithDefault, requiredMember } from "../web-idl/dictionary.ts";
import { eventInit } from "../web-idl/events.ts";
import { constructedWith, defineInterface, interfaceType } from "../web-idl/interface.ts";
import { optional, readonly, required } from "../web-idl/members.ts";
import { unsignedShort } from "../web-idl/numbers.ts";

const trackEventInit = /* @__PURE__ */ dictionary(
  "RTCTrackEventInit",
  {
    receiver: requiredMember(interfaceType(receiverInterface)),
    track: requiredMember(mediaStreamTrack),
    streams: memberWithDefault(sequenceOf(mediaStream), []),
    transceiver: requiredMember(interfaceType(transceiverInterface)),
  },
  eventInit,
);

type TrackEventMembers = ReturnType<typeof trackEventInit>;

/** @see https://w3c.github.io/webrtc-pc/#rtctrackevent */
export const trackEventInterface = /* @__PURE__ */ defineInterface<TrackEventMembers>("RTCTrackEvent", {
  inherits: "Event",
  construction: constructedWith(
    [required(domString), required(trackEventInit)],
    (_, __, init) => ({ ...init, streams: Object.freeze([...init.streams]) }),
    (type, init) => [type, init],
  ),
  members: {
    receiver: readonly(({ receiver }: TrackEventMembers) => receiver),
    track: readonly(({ track }: TrackEventMembers) => track),
    streams: readonly(({ streams }: TrackEventMembers) => streams),
    transceiver: readonly(({ transceiver }: TrackEventMembers) => transceiver),
  },
});

const iceEventInit = /* @__PURE__ */ dictionary(
  "RTCPeerConnectionIceEventInit",
  {
    candidate: memberWithDefault(nullable(interfaceType(iceCandidateInterface)), null),
    url: memberWithDefault(nullable(domString), null),
  },
  eventInit,
);

type IceEventMembers = ReturnType<typeof iceEventInit>;

/** @see https://w3c.github.io/webrtc-pc/#rtcpeerconnectioniceevent */
export const iceEventInterface = /* @__PURE__ */ defineInterface<IceEventMembers>("RTCPeerConnectionIceEvent", {
  inherits: "Event",
  construction: constructedWith(
    [required(domString), optional(iceEventInit)],
    (_, __, init) => init,
    (type, init) => [type, init],
  ),
  members: {
    candidate: readonly(({ candidate }: IceEventMembers) => candidate),
    url: readonly(({ url }: IceEventMembers) => url),
  },
});

const iceErrorEventInit = /* @__PURE__ */ dictionary(
  "RTCPeerConnectionIceErrorEventInit",
  {
    address: memberWithDefault(nullable(domString), null),
    port: memberWithDefault(nullable(unsignedShort), null),
    url: memberWithDefault(usvString, ""),
    errorCode: requiredMember(unsignedShort),
    errorText: memberWithDefault(usvString, ""),
  },
  eventInit,
);

type IceErrorEventMembers = ReturnType<typeof iceErrorEventInit>;

/** @see https://w3c.github.io/webrtc-pc/#rtcpeerconnectioniceerrorevent */
export const iceErrorEventInterface = /* @__PURE__ */ defineInterface<IceErrorEventMembers>(
  "RTCPeerConnectionIceErrorEvent",
  {
    inherits: "Event",
    construction: constructedWith(
      [required(domString), required(iceErrorEventInit)],
      (_, __, init) => init,
      (type, init) => [type, init],
    ),
    members: {
      address: readonly(({ address }: IceErrorEventMembers) => address),
      port: readonly(({ port }: IceErrorEventMembers) => port),
      url: readonly(({ url }: IceErrorEventMembers) => url),
      errorCode: readonly(({ errorCode }: IceErrorEventMembers) => errorCode),
      errorText: readonly(({ errorText }: IceErrorEventMembers) => errorText),
    },
  },
);

const errorEventInit = /* @__PURE__ */ dictionary(
  "RTCErrorEventInit",
  { error: requiredMember(interfaceType(rtcErrorInterface)) },
  eventInit,
);

type ErrorEventMembers = ReturnType<typeof errorEventInit>;

/** @see https://w3c.github.io/webrtc-pc/#rtcerrorevent-interface */
export const errorEventInterface = /* @__PURE__ */ defineInterface<ErrorEventMembers>("RTCErrorEvent", {
  inherits: "Event",
  construction: constructedWith(
    [required(domString), required(errorEventInit)],
    (_, __, init) => init,
    (type, init) => [type, init],
  ),
  members: { error: readonly(({ error }: ErrorEventMembers) => error) },
});

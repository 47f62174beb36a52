import type { ClassNamed } from "./classes.ts";
import { createWorld, type FakeWorld } from "./create-world.ts";
import type { InterfaceName } from "./interface-names.ts";

/** The world of the classes that the module exports: on a real clock, with the seed 1. */
export const defaultWorld: FakeWorld = /* @__PURE__ */ createWorld();

export const RTCPeerConnection: ClassNamed<"RTCPeerConnection"> = /* @__PURE__ */ defaultClass("RTCPeerConnection");
export const RTCSessionDescription: ClassNamed<"RTCSessionDescription"> =
  /* @__PURE__ */ defaultClass("RTCSessionDescription");
export const RTCIceCandidate: ClassNamed<"RTCIceCandidate"> = /* @__PURE__ */ defaultClass("RTCIceCandidate");
export const RTCIceCandidatePair: ClassNamed<"RTCIceCandidatePair"> =
  /* @__PURE__ */ defaultClass("RTCIceCandidatePair");
export const RTCPeerConnectionIceEvent: ClassNamed<"RTCPeerConnectionIceEvent"> =
  /* @__PURE__ */ defaultClass("RTCPeerConnectionIceEvent");
export const RTCPeerConnectionIceErrorEvent: ClassNamed<"RTCPeerConnectionIceErrorEvent"> =
  /* @__PURE__ */ defaultClass("RTCPeerConnectionIceErrorEvent");
export const RTCCertificate: ClassNamed<"RTCCertificate"> = /* @__PURE__ */ defaultClass("RTCCertificate");
export const RTCRtpSender: ClassNamed<"RTCRtpSender"> = /* @__PURE__ */ defaultClass("RTCRtpSender");
export const RTCRtpReceiver: ClassNamed<"RTCRtpReceiver"> = /* @__PURE__ */ defaultClass("RTCRtpReceiver");
export const RTCRtpTransceiver: ClassNamed<"RTCRtpTransceiver"> = /* @__PURE__ */ defaultClass("RTCRtpTransceiver");
export const RTCDtlsTransport: ClassNamed<"RTCDtlsTransport"> = /* @__PURE__ */ defaultClass("RTCDtlsTransport");
export const RTCIceTransport: ClassNamed<"RTCIceTransport"> = /* @__PURE__ */ defaultClass("RTCIceTransport");
export const RTCSctpTransport: ClassNamed<"RTCSctpTransport"> = /* @__PURE__ */ defaultClass("RTCSctpTransport");
export const RTCTrackEvent: ClassNamed<"RTCTrackEvent"> = /* @__PURE__ */ defaultClass("RTCTrackEvent");
export const RTCDataChannel: ClassNamed<"RTCDataChannel"> = /* @__PURE__ */ defaultClass("RTCDataChannel");
export const RTCDataChannelEvent: ClassNamed<"RTCDataChannelEvent"> =
  /* @__PURE__ */ defaultClass("RTCDataChannelEvent");
export const RTCError: ClassNamed<"RTCError"> = /* @__PURE__ */ defaultClass("RTCError");
export const RTCErrorEvent: ClassNamed<"RTCErrorEvent"> = /* @__PURE__ */ defaultClass("RTCErrorEvent");
export const MediaStream: ClassNamed<"MediaStream"> = /* @__PURE__ */ defaultClass("MediaStream");
export const MediaStreamTrack: ClassNamed<"MediaStreamTrack"> = /* @__PURE__ */ defaultClass("MediaStreamTrack");
export const MediaStreamTrackEvent: ClassNamed<"MediaStreamTrackEvent"> =
  /* @__PURE__ */ defaultClass("MediaStreamTrackEvent");
export const MediaDevices: ClassNamed<"MediaDevices"> = /* @__PURE__ */ defaultClass("MediaDevices");

/* @__NO_SIDE_EFFECTS__ */
function defaultClass<Name extends InterfaceName>(name: Name): ClassNamed<Name> {
  return defaultWorld[name] as unknown as ClassNamed<Name>;
}

/**
 * An RTCPeerConnection for tests: webrtc-pc's API in plain JavaScript, without network, media or native code. It refuses
 * what browsers refuse, connects within a process, and opens data channels.
 *
 * @module
 */

export type { ClassNamed, ObjectOf, WorldClasses } from "../fake/world/classes.ts";
export { createWorld, type FakeWorld } from "../fake/world/create-world.ts";
export {
  defaultWorld,
  MediaDevices,
  MediaStream,
  MediaStreamTrack,
  MediaStreamTrackEvent,
  RTCCertificate,
  RTCDataChannel,
  RTCDataChannelEvent,
  RTCDtlsTransport,
  RTCError,
  RTCErrorEvent,
  RTCIceCandidate,
  RTCIceCandidatePair,
  RTCIceTransport,
  RTCPeerConnection,
  RTCPeerConnectionIceErrorEvent,
  RTCPeerConnectionIceEvent,
  RTCRtpReceiver,
  RTCRtpSender,
  RTCRtpTransceiver,
  RTCSctpTransport,
  RTCSessionDescription,
  RTCTrackEvent,
} from "../fake/world/default-world.ts";
export type { EchoPeer } from "../fake/world/echo.ts";
export type { FailingOperation } from "../fake/world/environment.ts";
export type { InterfaceName } from "../fake/world/interface-names.ts";
export type { WorldOptions } from "../fake/world/options.ts";

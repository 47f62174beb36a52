/** The names of the interfaces that a world exposes. */
export const interfaceNames = [
  "RTCPeerConnection",
  "RTCSessionDescription",
  "RTCIceCandidate",
  "RTCIceCandidatePair",
  "RTCPeerConnectionIceEvent",
  "RTCPeerConnectionIceErrorEvent",
  "RTCCertificate",
  "RTCRtpSender",
  "RTCRtpReceiver",
  "RTCRtpTransceiver",
  "RTCDtlsTransport",
  "RTCIceTransport",
  "RTCSctpTransport",
  "RTCTrackEvent",
  "RTCDataChannel",
  "RTCDataChannelEvent",
  "RTCError",
  "RTCErrorEvent",
  "RTCDTMFSender",
  "RTCDTMFToneChangeEvent",
  "RTCStatsReport",
  "MediaStream",
  "MediaStreamTrack",
  "MediaStreamTrackEvent",
  "MediaDevices",
] as const;

/** The name of such an interface. */
export type InterfaceName = (typeof interfaceNames)[number];

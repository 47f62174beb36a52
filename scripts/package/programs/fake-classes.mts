// The fake's classes stand where the platform's are expected, with the types of the DOM.
import * as fake from "jsep-machine/fake";

export const PeerConnection: typeof RTCPeerConnection = fake.RTCPeerConnection;
export const SessionDescription: typeof RTCSessionDescription = fake.RTCSessionDescription;
export const IceCandidate: typeof RTCIceCandidate = fake.RTCIceCandidate;
export const IceEvent: typeof RTCPeerConnectionIceEvent = fake.RTCPeerConnectionIceEvent;
export const IceErrorEvent: typeof RTCPeerConnectionIceErrorEvent = fake.RTCPeerConnectionIceErrorEvent;
export const Certificate: typeof RTCCertificate = fake.RTCCertificate;
export const Sender: typeof RTCRtpSender = fake.RTCRtpSender;
export const Receiver: typeof RTCRtpReceiver = fake.RTCRtpReceiver;
export const Transceiver: typeof RTCRtpTransceiver = fake.RTCRtpTransceiver;
export const DtlsTransport: typeof RTCDtlsTransport = fake.RTCDtlsTransport;
export const IceTransport: typeof RTCIceTransport = fake.RTCIceTransport;
export const SctpTransport: typeof RTCSctpTransport = fake.RTCSctpTransport;
export const TrackEvent: typeof RTCTrackEvent = fake.RTCTrackEvent;
export const DataChannel: typeof RTCDataChannel = fake.RTCDataChannel;
export const DataChannelEvent: typeof RTCDataChannelEvent = fake.RTCDataChannelEvent;
export const RtcError: typeof RTCError = fake.RTCError;
export const RtcErrorEvent: typeof RTCErrorEvent = fake.RTCErrorEvent;
export const Stream: typeof MediaStream = fake.MediaStream;
export const Track: typeof MediaStreamTrack = fake.MediaStreamTrack;
export const StreamTrackEvent: typeof MediaStreamTrackEvent = fake.MediaStreamTrackEvent;
export const Devices: typeof MediaDevices = fake.MediaDevices;

// The types are the platform's, not `any`.
// @ts-expect-error
export const Wrong: typeof RTCPeerConnection = fake.RTCDataChannel;

const world = fake.createWorld({ clock: "virtual" });
export const OfWorld: typeof RTCPeerConnection = world.RTCPeerConnection;
export const devices: MediaDevices = world.mediaDevices;
export const track: MediaStreamTrack = world.createTrack("audio");
export const connections: readonly RTCPeerConnection[] = world.connections();

export async function called(): Promise<RTCPeerConnectionState> {
  const pc: RTCPeerConnection = new world.RTCPeerConnection();
  pc.addTrack(track, new world.MediaStream([track]));
  await pc.setLocalDescription();
  await pc.setRemoteDescription(await world.echo().answer(pc.localDescription));
  return pc.connectionState;
}

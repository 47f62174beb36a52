import type { ConnectionOptions } from "jsep-machine/connection";
import * as werift from "werift";
import { capabilities } from "../../../examples/werift/capabilities.ts";
import { RTCPeerConnection as PeerConnection } from "../../../examples/werift/peer-connection.ts";
import { MediaStream, MediaStreamTrack } from "../../../examples/werift/streams.ts";
import { RTCRtpReceiver, RTCRtpSender, RTCRtpTransceiver } from "../../../examples/werift/transceiver.ts";
import { type Implementation, interfacesOf, titleOf } from "./implementation.ts";
import * as interfaces from "./werift-interfaces.ts";

type Members = Readonly<Partial<Record<"receiver" | "track" | "transceiver" | "streams" | "channel", unknown>>> & {
  readonly candidate?: Readonly<Record<string, unknown>> | null;
};

// What a page sees beyond the example: events of classes of their own.
class RTCPeerConnection extends PeerConnection {
  constructor(configuration: object | null = {}) {
    const { certificates } = (configuration ?? {}) as { certificates?: unknown };
    if (certificates !== undefined && !(Array.isArray(certificates) && certificates.every(Boolean)))
      throw new TypeError("certificates must be a sequence of RTCCertificate");
    super((configuration ?? {}) as ConnectionOptions);
  }

  override dispatchEvent(event: Event): boolean {
    const { candidate, receiver, track, transceiver, streams, channel } = event as Event & Members;
    const { RTCTrackEvent, RTCDataChannelEvent, RTCPeerConnectionIceEvent, RTCIceCandidate } = interfaces;
    if (track) return super.dispatchEvent(new RTCTrackEvent("track", { receiver, track, transceiver, streams }));
    if (channel) return super.dispatchEvent(new RTCDataChannelEvent("datachannel", { channel }));
    if (candidate === undefined) return super.dispatchEvent(event);
    const init = { candidate: candidate && new RTCIceCandidate(candidate) };
    return super.dispatchEvent(new RTCPeerConnectionIceEvent("icecandidate", init));
  }
}

// Of 2021; the attribute is not in today's text.
Object.defineProperty(RTCRtpTransceiver.prototype, "stopped", {
  get(this: RTCRtpTransceiver) {
    return this.direction === "stopped";
  },
});

const getCapabilities = (kind: string) => {
  if (kind !== "audio" && kind !== "video") return null;
  const { codecs, headerExtensions } = capabilities[kind];
  return {
    codecs: codecs.map(({ mimeType, clockRate, channels, sdpFmtpLine }) => ({
      ...{ mimeType, clockRate },
      ...(channels === undefined ? {} : { channels }),
      ...(sdpFmtpLine === undefined ? {} : { sdpFmtpLine }),
    })),
    headerExtensions: headerExtensions.map(({ uri }) => ({ uri })),
  };
};

/** The peer connection of examples/werift/, with what else a page has of WebRTC's interfaces. */
export const implementation: Implementation = {
  title: `${titleOf("werift")} under jsep-machine/connection`,
  globals: {
    ...interfacesOf({ ...werift }),
    ...interfacesOf(interfaces),
    ...{ RTCPeerConnection, RTCRtpTransceiver, MediaStream, MediaStreamTrack },
    RTCRtpSender: Object.assign(RTCRtpSender, { getCapabilities }),
    RTCRtpReceiver: Object.assign(RTCRtpReceiver, { getCapabilities }),
  },
  createTrack: trackWithMedia,
};

/** A track whose source writes a packet now and then, so that the other peer's track unmutes. */
function trackWithMedia(kind: "audio" | "video"): MediaStreamTrack {
  const track = new MediaStreamTrack({ kind });
  let sequenceNumber = 0;
  const source = setInterval(() => {
    if (track.stopped) return clearInterval(source);
    const header = new werift.RtpHeader({ sequenceNumber: sequenceNumber++ % 65536, timestamp: sequenceNumber * 960 });
    track.writeRtp(new werift.RtpPacket(header, Buffer.alloc(8)));
  }, 20);
  source.unref();
  return track;
}

import type {
  Capabilities,
  CodecCapability,
  HeaderExtensionCapability,
  MediaKind,
} from "../../sdp/create/capabilities.ts";
import { keepCapabilities } from "../../sdp/create/kept-capabilities.ts";
import { presentMembers } from "../web-idl/dictionary.ts";

const videoFeedback = ["goog-remb", "transport-cc", "ccm fir", "nack", "nack pli"];

function videoCodec(mimeType: string, payloadType: number, sdpFmtpLine?: string): CodecCapability {
  return { mimeType, clockRate: 90000, payloadType, sdpFmtpLine, rtcpFeedback: videoFeedback };
}

function audioCodec(mimeType: string, payloadType: number, more: Partial<CodecCapability> = {}): CodecCapability {
  return { mimeType, clockRate: 8000, channels: 1, payloadType, ...more };
}

const mid: HeaderExtensionCapability = { uri: "urn:ietf:params:rtp-hdrext:sdes:mid" };
const absoluteSendTime: HeaderExtensionCapability = {
  uri: "http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time",
};
const transportSequenceNumber: HeaderExtensionCapability = {
  uri: "http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01",
};

/** What every fake connection can do: a fixed table, enough for offers and answers such as those of browsers. */
export const capabilities: Capabilities = /* @__PURE__ */ keepCapabilities({
  audio: {
    codecs: [
      audioCodec("audio/opus", 111, {
        clockRate: 48000,
        channels: 2,
        sdpFmtpLine: "minptime=10;useinbandfec=1",
        rtcpFeedback: ["transport-cc"],
      }),
      audioCodec("audio/red", 63, { clockRate: 48000, channels: 2 }),
      audioCodec("audio/PCMU", 0),
      audioCodec("audio/PCMA", 8),
      audioCodec("audio/telephone-event", 110, { clockRate: 48000, sdpFmtpLine: "0-15" }),
      audioCodec("audio/telephone-event", 126, { sdpFmtpLine: "0-15" }),
    ],
    headerExtensions: [
      { uri: "urn:ietf:params:rtp-hdrext:ssrc-audio-level" },
      absoluteSendTime,
      transportSequenceNumber,
      mid,
    ],
  },
  video: {
    codecs: [
      videoCodec("video/VP8", 96),
      videoCodec("video/VP9", 98, "profile-id=0"),
      videoCodec("video/H264", 102, "level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f"),
      videoCodec("video/AV1", 45, "level-idx=5;profile=0;tier=0"),
      { mimeType: "video/rtx", clockRate: 90000 },
      { mimeType: "video/red", clockRate: 90000, payloadType: 114 },
      { mimeType: "video/ulpfec", clockRate: 90000, payloadType: 116 },
    ],
    headerExtensions: [
      { uri: "urn:ietf:params:rtp-hdrext:toffset" },
      absoluteSendTime,
      { uri: "urn:3gpp:video-orientation" },
      transportSequenceNumber,
      mid,
      { uri: "urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id" },
      { uri: "urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id" },
    ],
  },
});

/** RTCRtpCapabilities of a kind; null for a kind that is unknown. @see https://w3c.github.io/webrtc-pc/#dom-rtcrtpsender-getcapabilities */
export function capabilitiesObject(kind: string): object | null {
  if (kind !== "audio" && kind !== "video") return null;
  const { codecs, headerExtensions } = capabilities[kind as MediaKind];
  return {
    codecs: codecs.map(({ mimeType, clockRate, channels, sdpFmtpLine }) =>
      presentMembers({ mimeType, clockRate, channels, sdpFmtpLine }),
    ),
    headerExtensions: headerExtensions.map(({ uri }) => ({ uri })),
  };
}

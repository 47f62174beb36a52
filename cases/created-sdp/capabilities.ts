import type { Capabilities } from "../../src/entries/connection.ts";

const mid = { uri: "urn:ietf:params:rtp-hdrext:sdes:mid" };
const transportWide = { uri: "http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01" };
const absoluteSendTime = { uri: "http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time" };
const feedback = ["goog-remb", "transport-cc", "ccm fir", "nack", "nack pli"];

/** What a browser can do, in short. */
export const usualCapabilities: Capabilities = {
  audio: {
    codecs: [
      {
        mimeType: "audio/opus",
        clockRate: 48000,
        channels: 2,
        sdpFmtpLine: "minptime=10;useinbandfec=1",
        rtcpFeedback: ["transport-cc"],
      },
      { mimeType: "audio/G722", clockRate: 8000, channels: 1 },
      { mimeType: "audio/PCMU", clockRate: 8000, channels: 1 },
      { mimeType: "audio/PCMA", clockRate: 8000, channels: 1 },
      { mimeType: "audio/telephone-event", clockRate: 8000, sdpFmtpLine: "0-15" },
    ],
    headerExtensions: [mid, { uri: "urn:ietf:params:rtp-hdrext:ssrc-audio-level" }, absoluteSendTime, transportWide],
  },
  video: {
    codecs: [
      { mimeType: "video/VP8", clockRate: 90000, rtcpFeedback: feedback },
      { mimeType: "video/rtx", clockRate: 90000 },
      {
        mimeType: "video/H264",
        clockRate: 90000,
        sdpFmtpLine: "level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f",
        rtcpFeedback: feedback,
      },
      {
        mimeType: "video/H264",
        clockRate: 90000,
        sdpFmtpLine: "level-asymmetry-allowed=1;packetization-mode=0;profile-level-id=42e01f",
        rtcpFeedback: feedback,
      },
      { mimeType: "video/VP9", clockRate: 90000, sdpFmtpLine: "profile-id=0", rtcpFeedback: feedback },
    ],
    headerExtensions: [
      mid,
      { uri: "urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id" },
      { uri: "urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id" },
      { uri: "urn:ietf:params:rtp-hdrext:toffset" },
      absoluteSendTime,
      transportWide,
    ],
  },
};

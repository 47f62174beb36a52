import type { Capabilities } from "jsep-machine/connection";

const headerExtensions = [{ uri: "urn:ietf:params:rtp-hdrext:sdes:mid" }];

/** What the offers and answers list: a stack in Node forwards RTP, and leaves coding to its application. */
export const capabilities: Capabilities = {
  audio: {
    codecs: [
      { mimeType: "audio/opus", clockRate: 48000, channels: 2, sdpFmtpLine: "minptime=10;useinbandfec=1" },
      { mimeType: "audio/PCMU", clockRate: 8000, channels: 1 },
    ],
    headerExtensions,
  },
  video: {
    codecs: [
      { mimeType: "video/VP8", clockRate: 90000, rtcpFeedback: ["nack", "nack pli", "ccm fir"] },
      { mimeType: "video/rtx", clockRate: 90000 },
    ],
    headerExtensions,
  },
};

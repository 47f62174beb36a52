import type {
  Capabilities,
  CreateOfferSdpInput,
  DescribedTransceiver,
  KnownDescriptions,
  NewTransport,
} from "../../src/entries/connection.ts";

/** A description as a test writes it: a line each, indented as it likes. */
export function sdpText(text: string): string {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.flatMap((line) => (line === "" ? [] : [`${line}\r\n`])).join("");
}

/** The lines of a description, to be compared where a test fails. */
export function linesOfSdp(sdp: string): readonly string[] {
  return sdp.split("\r\n");
}

/** Two codecs of each kind, and what they need. */
export const fewCapabilities: Capabilities = {
  audio: {
    codecs: [
      { mimeType: "audio/opus", clockRate: 48000, channels: 2, sdpFmtpLine: "useinbandfec=1", maxptime: 120 },
      { mimeType: "audio/PCMU", clockRate: 8000, channels: 1 },
    ],
    headerExtensions: [
      { uri: "urn:ietf:params:rtp-hdrext:sdes:mid" },
      { uri: "urn:ietf:params:rtp-hdrext:ssrc-audio-level" },
    ],
  },
  video: {
    codecs: [
      { mimeType: "video/VP8", clockRate: 90000, rtcpFeedback: ["nack", "nack pli"] },
      { mimeType: "video/rtx", clockRate: 90000 },
      { mimeType: "video/AV1", clockRate: 90000, payloadType: 45, rtcpFeedback: ["nack"] },
    ],
    headerExtensions: [
      { uri: "urn:ietf:params:rtp-hdrext:sdes:mid" },
      { uri: "urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id" },
    ],
  },
};

/** Nothing is described yet. */
export const nothingKnown: KnownDescriptions = {
  pendingLocalDescription: null,
  currentLocalDescription: null,
  pendingRemoteDescription: null,
  currentRemoteDescription: null,
  lastCreatedOffer: "",
  lastCreatedAnswer: "",
};

/** New transports whose credentials begin with a name, and end with the index of the section. */
export function transportsOf(name: string): readonly NewTransport[] {
  return [0, 1, 2, 3, 4].map((index) => ({
    usernameFragment: `${name}${index}`,
    password: `${name}${index}`.padEnd(22, "0"),
  }));
}

/** What an offer or an answer is made of, with what a test changes. */
export function inputWith(changed: Partial<CreateOfferSdpInput>): CreateOfferSdpInput {
  return {
    session: nothingKnown,
    sessionId: "1234567890",
    transceivers: [],
    capabilities: fewCapabilities,
    fingerprints: [{ algorithm: "sha-256", value: "AB:CD" }],
    newTransports: transportsOf("alic"),
    sctp: { maxMessageSize: 65536 },
    ...changed,
  };
}

/** A transceiver that sends and receives, with what a test changes. */
export function transceiverOf(
  kind: "audio" | "video",
  changed: Partial<DescribedTransceiver> = {},
): DescribedTransceiver {
  return { kind, mid: null, direction: "sendrecv", ...changed };
}

import type { Connection } from "../../connection/connection.ts";
import { createConnectionDescription } from "../../connection/create-description.ts";
import type { CreatingWork, EndpointName } from "../../exploration/world.ts";
import type { Capabilities } from "../../sdp/create/capabilities.ts";
import type { NewTransport } from "../../sdp/create/input.ts";

const playedExtensions = [{ uri: "urn:ietf:params:rtp-hdrext:sdes:mid" }];

// As little as shows what an m= section looks like.
const playedCapabilities: Capabilities = {
  audio: {
    codecs: [{ mimeType: "audio/opus", clockRate: 48000, channels: 2, payloadType: 111 }],
    headerExtensions: playedExtensions,
  },
  video: {
    codecs: [{ mimeType: "video/VP8", clockRate: 90000, payloadType: 96, rtcpFeedback: ["nack", "nack pli"] }],
    headerExtensions: playedExtensions,
  },
};

const stacks = {
  a: { sessionId: "1111111111111111111", octet: "A1" },
  b: { sessionId: "2222222222222222222", octet: "B2" },
} as const;

/** What a peer of the playground creates: the same at the same place of the same schedule. */
export function describePlayed(peer: EndpointName, connection: Connection, work: CreatingWork): string {
  const { sessionId, octet } = stacks[peer];
  const value = Array.from({ length: 32 }, () => octet).join(":");
  return createConnectionDescription(connection, work, {
    capabilities: playedCapabilities,
    sessionId,
    fingerprints: [{ algorithm: "sha-256", value }],
    newTransports: Array.from({ length: mostSections(connection) }, (_, index) =>
      newTransport(peer, connection, index),
    ),
    sctp: { port: 5000, maxMessageSize: 262144 },
  });
}

// No two operations of a connection have the same id: neither have two generations the same credentials.
function newTransport(peer: EndpointName, { next }: Connection, index: number): NewTransport {
  const usernameFragment = `${peer}${`${next.operation}`.padStart(3, "0")}${`${index}`.padStart(2, "0")}`;
  return { usernameFragment, password: `${usernameFragment}/`.padEnd(24, peer) };
}

function mostSections({ mediaDescriptions, transceivers }: Connection): number {
  const described = Object.values(mediaDescriptions).map((media) => media?.sections.length ?? 0);
  return Math.max(...described) + transceivers.size + 1;
}

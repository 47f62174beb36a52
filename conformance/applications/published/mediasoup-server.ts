import type { FakeWorld } from "../../../src/entries/fake.ts";
import { type Any, until } from "../application.ts";

/** What the server of the example can route. */
export const serverCodecs: readonly Any[] = [
  { kind: "audio", mimeType: "audio/opus", preferredPayloadType: 111, clockRate: 48_000, channels: 2 },
  { kind: "video", mimeType: "video/VP8", preferredPayloadType: 96, clockRate: 90_000 },
];

/** The server's side of a transport. */
export interface ServerTransport {
  /** What the client's side is created with. */
  readonly parameters: Any;
  /** The tracks that have come. */
  readonly arrived: readonly MediaStreamTrack[];
  createDataChannel(label: string, id: number): RTCDataChannel;
  /** Offers as many sections as the client has offered, and takes the client's offer as the answer. */
  follow(client: RTCPeerConnection): Promise<void>;
  close(): void;
}

/**
 * Creates the server's side: it knows its ICE credentials before the client does anything.
 *
 * @param prepare what it offers first; by default it offers to receive video
 */
export async function createServerTransport(
  world: FakeWorld,
  prepare: (connection: RTCPeerConnection) => unknown = (made) =>
    made.addTransceiver("video", { direction: "recvonly" }),
): Promise<ServerTransport> {
  const connection = new world.RTCPeerConnection();
  const arrived: MediaStreamTrack[] = [];
  connection.ontrack = ({ track }) => arrived.push(track);
  prepare(connection);
  await connection.setLocalDescription();
  await until("candidates are gathered", () => connection.iceGatheringState === "complete");
  const sdp = sdpOf(connection);
  const [algorithm, value] = attribute(sdp, "fingerprint").split(" ");
  return {
    parameters: {
      id: "transport",
      iceParameters: { usernameFragment: attribute(sdp, "ice-ufrag"), password: attribute(sdp, "ice-pwd") },
      iceCandidates: candidatesIn(sdp),
      dtlsParameters: { role: "auto", fingerprints: [{ algorithm, value }] },
      sctpParameters: { port: 5000, OS: 1024, MIS: 1024, maxMessageSize: 262_144 },
    },
    arrived,
    createDataChannel: (label, id) => connection.createDataChannel(label, { negotiated: true, id }),
    async follow(client) {
      const offered = sdpOf(client);
      // The first was offered from the start.
      if (connection.signalingState === "stable") await connection.setLocalDescription();
      const asAnswer = offered.replaceAll("a=setup:actpass", "a=setup:active");
      await connection.setRemoteDescription({ type: "answer", sdp: asAnswer });
    },
    close: () => connection.close(),
  };
}

function sdpOf({ localDescription }: RTCPeerConnection): string {
  return localDescription?.sdp ?? "";
}

function attribute(sdp: string, name: string): string {
  return new RegExp(`^a=${name}:(.*?)\\r?$`, "m").exec(sdp)?.[1] ?? "";
}

function candidatesIn(sdp: string): readonly object[] {
  const lines = sdp.matchAll(/^a=candidate:(\S+) 1 (\S+) (\d+) (\S+) (\d+) typ (\S+)/gm);
  return [...lines].map(([, foundation, protocol = "", priority, address, port, type]) => ({
    ...{ foundation, address, type, ip: address },
    ...{ protocol: protocol.toLowerCase(), priority: Number(priority), port: Number(port) },
  }));
}

import type { MediaKind } from "../../sdp/create/capabilities.ts";
import type { ObjectOf } from "./classes.ts";

/** A remote peer that accepts whatever it is offered, and sends back every message of a data channel. */
export interface EchoPeer {
  /** Its RTCPeerConnection. */
  readonly connection: ObjectOf<"RTCPeerConnection">;
  /**
   * Accepts an offer, `connection.localDescription` for one, and gives the answer. All candidates are in it; none need be
   * sent to the peer. What is no offer is refused as `setRemoteDescription()` refuses it.
   */
  answer(
    offer: { readonly type: string; readonly sdp?: string | undefined } | null,
  ): Promise<{ readonly type: "answer"; readonly sdp: string }>;
  /** Takes a candidate of the other side's, which is not needed. */
  addIceCandidate(candidate?: unknown): Promise<void>;
  close(): void;
}

/** The part of RTCPeerConnection that is used. */
interface AnsweringConnection {
  readonly localDescription: { readonly sdp: string };
  readonly iceGatheringState: string;
  readonly sctp: object | null;
  setRemoteDescription(description: unknown): Promise<void>;
  setLocalDescription(): Promise<void>;
  addIceCandidate(candidate?: unknown): Promise<void>;
  getTransceivers(): readonly AnsweringTransceiver[];
  addEventListener(type: string, listener: (event: { readonly channel: EchoingChannel }) => void): void;
  close(): void;
}

interface AnsweringTransceiver {
  direction: string;
  readonly sender: {
    readonly track: object | null;
    readonly transport: object | null;
    replaceTrack(track: object): Promise<void>;
  };
  readonly receiver: { readonly track: { readonly kind: MediaKind } };
}

interface EchoingChannel {
  readonly readyState: string;
  addEventListener(type: string, listener: (event: { readonly data: unknown }) => void): void;
  send(data: unknown): void;
}

/** Makes such a peer of a new connection. */
export function createEchoPeer(object: object, createTrack: (kind: MediaKind) => object): EchoPeer {
  const connection = object as AnsweringConnection;
  connection.addEventListener("datachannel", ({ channel }) =>
    channel.addEventListener("message", ({ data }) => {
      if (channel.readyState === "open") channel.send(data);
    }),
  );
  return {
    connection: object as ObjectOf<"RTCPeerConnection">,
    async answer(offer) {
      await connection.setRemoteDescription(offer);
      for (const transceiver of connection.getTransceivers()) await sendOn(transceiver, createTrack);
      await connection.setLocalDescription();
      await gatheringOf(connection);
      return { type: "answer", sdp: connection.localDescription.sdp };
    },
    addIceCandidate: (candidate) => connection.addIceCandidate(candidate),
    close: () => connection.close(),
  };
}

// The answer has as much of it as was offered.
async function sendOn(transceiver: AnsweringTransceiver, createTrack: (kind: MediaKind) => object): Promise<void> {
  if (transceiver.direction === "stopped" || transceiver.sender.track !== null) return;
  transceiver.direction = "sendrecv";
  await transceiver.sender.replaceTrack(createTrack(transceiver.receiver.track.kind));
}

function gatheringOf(connection: AnsweringConnection): Promise<void> {
  const usesTransport =
    connection.sctp !== null || connection.getTransceivers().some(({ sender }) => sender.transport !== null);
  return new Promise((resolve) => {
    const look = () => {
      if (!usesTransport || connection.iceGatheringState === "complete") resolve();
    };
    connection.addEventListener("icegatheringstatechange", look);
    look();
  });
}

import { type Any, type Application, next, published, until } from "../application.ts";
import { createServerTransport, serverCodecs } from "./mediasoup-server.ts";

export const mediasoupClient: Application = {
  package: "mediasoup-client",
  setting:
    "Its handler `Chrome111`, as it is. The server's side of a transport is another connection of the world. It offers what the " +
    "client offers, and takes the client's offer as the answer: the client writes the descriptions of the server itself.",
  leftOut:
    "Sending with one encoding, audio among it: the handler reads `a=ssrc` lines in its own offer, which RFC 9429 has no " +
    "implementation write.",
  munges: true,
  whyRefused:
    "What it receives with begins with an answer that sdp-transform wrote anew. webrtc-pc refuses a description that was modified; " +
    "browsers accept it. The handler has no other way: `consume()` is rejected.",
  async run(world, shown, mungedSdp) {
    const connections = keptConnections();
    const { Device } = await published("mediasoup-client");
    const device = await Device.factory({ handlerName: "Chrome111" });
    await device.load({ routerRtpCapabilities: { codecs: serverCodecs, headerExtensions: [] } });
    shown(
      `the device is loaded, and can produce ${["audio", "video"].filter((kind) => device.canProduce(kind)).join(" and ")}`,
    );

    const server = await createServerTransport(world);
    const sending = device.createSendTransport(server.parameters);
    const client = connections.at(-1) as RTCPeerConnection;
    sending.on("connect", (_: unknown, done: () => void) => done());
    sending.on("produce", async (_: unknown, done: Any) => {
      await server.follow(client);
      done({ id: "produced" });
    });
    const encodings = [{ scaleResolutionDownBy: 4 }, { scaleResolutionDownBy: 2 }, {}];
    const video = await sending.produce({ track: world.createTrack("video"), encodings });
    await until("the track flows", () => server.arrived.length === 1 && server.arrived.every((track) => !track.muted));
    shown("video in three encodings arrives at the server, and flows");

    const channels: RTCDataChannel[] = [];
    sending.on("producedata", async ({ label, sctpStreamParameters }: Any, done: Any) => {
      channels.push(server.createDataChannel(label, sctpStreamParameters.streamId));
      await server.follow(client);
      done({ id: "data" });
    });
    const producer = await sending.produceData({ label: "chat" });
    if (producer.readyState !== "open") await next(producer, "open");
    const received = new Promise<Any>((resolve) => channels[0]?.addEventListener("message", resolve));
    producer.send("hello");
    shown(`data to the server: "${(await received).data}"`);

    await video.replaceTrack({ track: world.createTrack("video") });
    video.pause();
    video.close();
    sending.close();
    server.close();
    shown("a track is replaced, paused and closed");

    const sender = await createServerTransport(world, (made) =>
      made.addTrack(world.createTrack("audio") as MediaStreamTrack),
    );
    const receiving = device.createRecvTransport(sender.parameters);
    receiving.on("connect", (_: unknown, done: () => void) => done());
    try {
      const { track } = await receiving.consume(consumedAudio);
      await sender.follow(connections.at(-1) as RTCPeerConnection);
      await until("the audio flows", () => !track.muted);
      shown("audio of the server's is received, and flows");
    } catch (error) {
      if (mungedSdp === "accept") throw error;
      shown(`audio of the server's is not received: ${(error as Error).name}`);
    }
    receiving.close();
    sender.close();
  },
};

const consumedAudio = {
  ...{ id: "consumer", producerId: "producer", kind: "audio" },
  rtpParameters: {
    codecs: [{ mimeType: "audio/opus", payloadType: 111, clockRate: 48_000, channels: 2 }],
    encodings: [{ ssrc: 1 }],
    rtcp: { cname: "server" },
  },
};

/** The connections that are made from now on: the server has to see the client's descriptions, and no member shows them. */
function keptConnections(): readonly RTCPeerConnection[] {
  const kept: RTCPeerConnection[] = [];
  class KeptPeerConnection extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      kept.push(this);
    }
  }
  Object.assign(globalThis, { RTCPeerConnection: KeptPeerConnection });
  return kept;
}

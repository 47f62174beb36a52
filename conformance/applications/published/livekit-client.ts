import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { type Any, type Application, published, streamOf, until } from "../application.ts";

export const livekitClient: Application = {
  package: "livekit-client",
  setting:
    "Its `PCTransport`, which negotiates each of its connections, built from the source file in the package. " +
    "One side offers, the other answers, by function calls.",
  leftOut: "Rooms and participants: they need LiveKit's server and its protocol.",
  munges: true,
  whyRefused:
    "Every local description is parsed and written anew by sdp-transform before it is set: its lines change their order, and " +
    "`a=ice-options:trickle ice2` loses `ice2`. webrtc-pc refuses a description that was modified; browsers accept it. The transport " +
    "then sets the description as it was created. So it connects, without what the change was for.",
  async run(world, shown, mungedSdp) {
    const { default: PCTransport, PCEvents } = await builtTransport();
    const [publisher, subscriber] = [new PCTransport(), new PCTransport()];
    publisher.onIceCandidate = (candidate: Any) => subscriber.addIceCandidate(candidate.toJSON());
    subscriber.onIceCandidate = (candidate: Any) => publisher.addIceCandidate(candidate.toJSON());
    publisher.onOffer = async (offer: Any, id: number) => {
      await subscriber.setRemoteDescription(offer, id);
      await publisher.setRemoteDescription(await subscriber.createAndSetAnswer(), id);
    };
    const arrived: MediaStreamTrack[] = [];
    subscriber.onTrack = ({ track }: Any) => arrived.push(track);
    const opened = new Promise<Any>((resolve) => {
      subscriber.onDataChannel = ({ channel }: Any) => resolve(channel);
    });
    const negotiated = async (negotiate: () => unknown) => {
      const complete = new Promise((resolve) => publisher.once(PCEvents.NegotiationComplete, resolve));
      await negotiate();
      await complete;
    };

    const near = publisher.createDataChannel("_reliable", { ordered: true });
    await negotiated(() => publisher.negotiate());
    const far = await opened;
    await until("the channel opens", () => near.readyState === "open" && far.readyState === "open");
    const [text, back] = [nextMessage(far), nextMessage(near)];
    near.send("hello");
    far.send("and back");
    shown(`data: "${await text}", "${await back}"`);

    const stream = streamOf(world, "audio", "video");
    const [audio] = stream.getAudioTracks();
    const [video] = stream.getVideoTracks();
    const sendEncodings = [
      { rid: "q", scaleResolutionDownBy: 4 },
      { rid: "h", scaleResolutionDownBy: 2 },
      { rid: "f" },
    ];
    publisher.addTransceiver(video, { direction: "sendonly", streams: [stream], sendEncodings });
    publisher.addTransceiver(audio, { direction: "sendonly", streams: [stream] });
    publisher.setTrackCodecBitrate({ cid: video?.id, codec: "vp8", maxbr: 1700 });
    await negotiated(() => publisher.negotiate());
    await until("the tracks flow", () => arrived.length === 2 && arrived.every((track) => !track.muted));
    shown("video in three encodings and audio arrive, and flow");
    if (mungedSdp === "accept" && publisher.pc.localDescription.sdp.includes(";stereo=1"))
      shown("what it changes is set: its offer asks for audio in stereo");

    await negotiated(() => publisher.createAndSendOffer({ iceRestart: true }));
    await until("both are connected", () =>
      [publisher, subscriber].every((one) => one.getConnectionState() === "connected"),
    );
    shown("an ICE restart: connected again");
    publisher.close();
    subscriber.close();
  },
};

function nextMessage(channel: RTCDataChannel): Promise<Any> {
  return new Promise((resolve) => channel.addEventListener("message", ({ data }) => resolve(data), { once: true }));
}

/** The package exports its rooms only; the transport is built from its source. */
async function builtTransport(): Promise<Any> {
  const built = await build({
    entryPoints: [fileURLToPath(new URL("../node_modules/livekit-client/src/room/PCTransport.ts", import.meta.url))],
    bundle: true,
    format: "esm",
    platform: "browser",
    write: false,
    logLevel: "error",
  });
  return published(`data:text/javascript,${encodeURIComponent(built.outputFiles[0]?.text ?? "")}`);
}

import { type Any, type Application, next, published, streamOf, until } from "../application.ts";

export const simplePeer: Application = {
  package: "simple-peer",
  setting: "One peer is the initiator. Each passes what `signal` reports to the other, as JSON.",
  leftOut: null,
  whyRefused: null,
  async run(world, shown) {
    const { default: Peer } = await published("simple-peer");
    const a = new Peer({ initiator: true, stream: streamOf(world, "audio", "video") });
    const b = new Peer();
    a.on("signal", (message: Any) => b.signal(JSON.stringify(message)));
    b.on("signal", (message: Any) => a.signal(JSON.stringify(message)));
    // What the end of the other side is reported as.
    b.on("error", () => undefined);

    const [stream] = await Promise.all([next(b, "stream"), next(a, "connect"), next(b, "connect")]);
    await until("the tracks flow", () => stream.getTracks().every((track: Any) => !track.muted));
    shown(`a stream with ${stream.getTracks().length} tracks arrives, and flows`);

    a.send("hello");
    b.send(new Uint8Array([1, 2, 3]));
    const [text, bytes] = await Promise.all([next(b, "data"), next(a, "data")]);
    shown(`data: "${text}" one way, ${bytes.length} bytes the other`);

    b.addStream(streamOf(world, "audio"));
    await next(a, "stream");
    shown("the side that is not the initiator adds a stream: it asks for a renegotiation, and the stream arrives");

    a.destroy();
    await next(b, "close");
    shown("the end of one side ends the other");
  },
};

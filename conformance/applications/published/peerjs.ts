import { type Any, type Application, next, published, streamOf, until } from "../application.ts";

const serializations = ["binary", "binary-utf8", "json", "raw"];

export const peerJs: Application = {
  package: "peerjs",
  setting: "Its server is a WebSocket in memory, which passes each message to the peer that it is for.",
  leftOut: null,
  whyRefused: null,
  async run(world, shown) {
    Object.assign(globalThis, { window: globalThis, WebSocket: socketsInMemory() });
    const { Peer } = (await published("peerjs")).default;
    const options = { host: "server.invalid", port: 443, secure: true };
    const [a, b] = [new Peer("a", options), new Peer("b", options)];
    await Promise.all([next(a, "open"), next(b, "open")]);

    for (const serialization of serializations) {
      const connected = next(b, "connection");
      const near = a.connect("b", { serialization, reliable: true });
      const far = await connected;
      await until("the data connection opens", () => near.open && far.open);
      const arriving = Promise.all([next(far, "data"), next(near, "data")]);
      near.send(`by ${serialization}`);
      far.send(`by ${serialization}, back`);
      const [text] = await arriving;
      shown(`a data connection, "${text}", and back`);
      near.close();
    }

    const called = next(b, "call");
    const near = a.call("b", streamOf(world, "audio", "video"));
    const far = await called;
    far.answer(streamOf(world, "audio"));
    const streams = await Promise.all([next(far, "stream"), next(near, "stream")]);
    await until("the tracks flow", () =>
      streams.every((stream) => stream.getTracks().every((track: Any) => !track.muted)),
    );
    shown("a call, answered: a stream with audio and video one way, with audio the other, and they flow");
    near.close();
    a.destroy();
    b.destroy();
  },
};

function socketsInMemory() {
  const sockets = new Map<string, SocketInMemory>();
  class SocketInMemory {
    readonly #id: string;
    readyState = 0;
    onopen: (() => void) | null = null;
    onmessage: ((event: { readonly data: string }) => void) | null = null;

    constructor(url: string) {
      this.#id = new URL(url).searchParams.get("id") ?? "";
      sockets.set(this.#id, this);
      setTimeout(() => {
        this.readyState = 1;
        this.onopen?.();
        this.hear({ type: "OPEN" });
      });
    }

    send(text: string): void {
      const message = JSON.parse(text);
      sockets.get(message.dst)?.hear({ ...message, src: this.#id });
    }

    close(): void {
      this.readyState = 3;
      sockets.delete(this.#id);
    }

    hear(message: object): void {
      setTimeout(() => this.onmessage?.({ data: JSON.stringify(message) }));
    }
  }
  return SocketInMemory;
}

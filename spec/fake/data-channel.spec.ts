import { describe, expect, it } from "vitest";
import { createWorld } from "../../src/fake/world/create-world.ts";
import { type Any, channelPair, connectionsIn, negotiated, noteEvents } from "./pair.ts";

describe("the fake's data channels", () => {
  it("carry strings, buffers, views and Blobs in their order", async () => {
    const { world, near, far } = await channelPair();
    const received: unknown[] = [];
    far.onmessage = ({ data }: Any) => received.push(data);
    near.send("text");
    near.send(new Blob(["a blob"]));
    near.send(Uint8Array.of(1, 2, 3).buffer);
    near.send(Uint8Array.of(1, 2, 3).subarray(1));
    near.send("世界 \uD800");
    expect(near.bufferedAmount).toBe(4 + 6 + 3 + 2 + 10);
    await world.settle();
    expect(near.bufferedAmount).toBe(0);
    const plain = received.map((data) => (data instanceof ArrayBuffer ? [...new Uint8Array(data)] : data));
    expect(plain).toEqual(["text", [...Buffer.from("a blob")], [1, 2, 3], [2, 3], "世界 \uFFFD"]);
    far.binaryType = "blob";
    near.send(Uint8Array.of(7));
    await world.settle();
    expect(received.at(-1)).toBeInstanceOf(Blob);
  });

  it("open and close in the specification's order, in-band", async () => {
    const world = createWorld({ clock: "virtual" });
    const { a, b } = connectionsIn(world);
    const notes: string[] = [];
    const types = ["open", "bufferedamountlow", "message", "closing", "close", "error"];
    const near = a.createDataChannel("chat", { protocol: "p", ordered: false, maxRetransmits: 3 });
    noteEvents(notes, "near", near, types);
    b.ondatachannel = ({ channel }: Any) => {
      notes.push(`datachannel ${channel.readyState}`);
      noteEvents(notes, "far", channel, types);
      channel.send("at once");
      expect(channel).toMatchObject({
        label: "chat",
        protocol: "p",
        ordered: false,
        maxRetransmits: 3,
        maxPacketLifeTime: null,
      });
      expect([channel.id, channel.negotiated]).toEqual([near.id, false]);
    };
    await negotiated(a, b);
    await world.settle();
    near.close();
    expect(near.readyState).toBe("closing");
    await world.settle();
    expect(notes).toEqual([
      ...["near open", "datachannel open", "far bufferedamountlow", "near message", "far open"],
      ...["far closing", "far close", "near close"],
    ]);
  });

  it("ids are even on the DTLS client's side, odd on the server's", async () => {
    const { world, a, b, near } = await channelPair();
    const channels = [near, a.createDataChannel("2"), b.createDataChannel("3"), b.createDataChannel("4")];
    await world.settle();
    expect(channels.map(({ id, readyState }) => [id, readyState])).toEqual([1, 3, 0, 2].map((id) => [id, "open"]));
  });

  it("negotiated channels with the same id belong together, and fire no datachannel", async () => {
    const { world, near, far, b } = await channelPair({ negotiated: true, id: 7 });
    expect([near.readyState, far.readyState, near.id]).toEqual(["open", "open", 7]);
    const received = new Promise((resolve) => {
      near.onmessage = resolve;
    });
    b.ondatachannel = () => expect.unreachable();
    far.send("hello");
    await world.settle();
    expect(await received).toMatchObject({ data: "hello" });
  });

  it("send() refuses what is too long, and what comes too early or too late", async () => {
    const { near, a } = await channelPair();
    expect(() => near.send("x".repeat(262_145))).toThrow(TypeError);
    near.send("x".repeat(262_144));
    near.close();
    expect(() => near.send("x")).toThrow(expect.objectContaining({ name: "InvalidStateError" }));
    expect(() => a.createDataChannel("new").send("x")).toThrow(expect.objectContaining({ name: "InvalidStateError" }));
  });

  it("what waits is sent before the channel closes", async () => {
    const { world, near, far } = await channelPair();
    const notes: string[] = [];
    noteEvents(notes, "far", far, ["message", "closing", "close"]);
    near.send(new Blob(["slow"]));
    near.send("fast");
    near.close();
    await world.settle();
    expect(notes).toEqual(["far message", "far message", "far closing", "far close"]);
  });

  it("close() of the peer's connection is an error, that of one's own is silent", async () => {
    const { world, a, near, far } = await channelPair();
    const notes: string[] = [];
    noteEvents(notes, "near", near, ["closing", "close", "error"]);
    noteEvents(notes, "far", far, ["closing", "error", "close"], ({ error }: Any) => error?.errorDetail ?? "");
    a.close();
    expect(near.readyState).toBe("closed");
    await world.settle();
    expect(notes).toEqual(["far error sctp-failure", "far close"]);
  });
});

describe("the ids of data channels", () => {
  it("are not given twice while a channel is there, on either side, and are free once it is closed", async () => {
    const { world, a, b, near } = await channelPair();
    const opened: Any[] = [];
    b.addEventListener("datachannel", ({ channel }: Any) => opened.push(channel));
    const more = [a.createDataChannel("1"), a.createDataChannel("2")];
    await world.settle();
    const others = [b.createDataChannel("3"), b.createDataChannel("4")];
    await world.settle();
    const ids = [near, ...more, ...others].map(({ id }) => id);
    expect(new Set(ids).size).toBe(5);
    expect(() => b.createDataChannel("5", { negotiated: true, id: near.id })).toThrow(
      expect.objectContaining({ name: "OperationError" }),
    );
    opened[0].close();
    await world.settle();
    expect([more[0].readyState, opened[0].readyState]).toEqual(["closed", "closed"]);
    const again = a.createDataChannel("6");
    await world.settle();
    expect([again.id, again.readyState, opened.at(-1).label]).toEqual([more[0].id, "open", "6"]);
  });

  it("three hundred channels one after the other need one id", async () => {
    const { world, a, b } = await channelPair();
    const ids = new Set<number>();
    b.addEventListener("datachannel", ({ channel }: Any) => channel.close());
    for (let count = 0; count < 300; count++) {
      const channel = a.createDataChannel(String(count));
      await world.settle();
      ids.add(channel.id);
    }
    expect(ids.size).toBe(1);
  });

  it("a channel that is closed before the connection is negotiated has none", async () => {
    const world = createWorld({ clock: "virtual" });
    const { a, b } = connectionsIn(world);
    const [closed, kept] = [a.createDataChannel("closed"), a.createDataChannel("kept")];
    closed.close();
    await world.settle();
    await negotiated(a, b);
    await world.settle();
    expect([closed.id, closed.readyState, kept.readyState]).toEqual([null, "closed", "open"]);
  });
});

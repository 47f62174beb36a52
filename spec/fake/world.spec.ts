import { afterEach, describe, expect, it, vi } from "vitest";
import { createWorld } from "../../src/fake/world/create-world.ts";
import { interfaceNames } from "../../src/fake/world/interfaces.ts";
import { traceOf } from "../trace/dumps/dumps.ts";
import { type Any, connectionsIn, negotiated } from "./pair.ts";

async function call(seed: number): Promise<{ readonly trace: string; readonly sdp: string }> {
  const world = createWorld({ seed, clock: "real" });
  const { a, b } = connectionsIn(world);
  const stream = await (world.mediaDevices as Any).getUserMedia({ audio: true, video: true });
  for (const track of stream.getTracks()) a.addTrack(track, stream);
  a.createDataChannel("chat");
  await negotiated(a, b);
  await world.settle();
  const { sdp } = b.localDescription;
  a.close();
  return { trace: world.trace(), sdp };
}

afterEach(() => {
  vi.useRealTimers();
});

describe("a world of the fake", () => {
  it("the same seed gives the same trace and SDP, byte for byte, another seed another", async () => {
    const [one, two, other] = [await call(7), await call(7), await call(8)];
    expect(one).toEqual(two);
    expect(one.trace).not.toBe(other.trace);
    expect(one.trace.split("\n").length).toBeGreaterThan(10);
  });

  it.each([
    [{ seeds: 1 }, /seeds/],
    [{ clock: "fast" }, /clock/],
    [{ seed: 0.5 }, /seed/],
    [null, /object/],
  ])("%j is refused", (options, message) => {
    expect(() => createWorld(options as never)).toThrow(message);
    expect(() => createWorld(options as never)).toThrow(TypeError);
  });

  it("a virtual clock stands still until time is advanced, and timers run in their order", async () => {
    const world = createWorld({ clock: "virtual" });
    const { a, b } = connectionsIn(world);
    a.createDataChannel("chat");
    await negotiated(a, b);
    await world.settle();
    expect([world.now(), a.connectionState]).toEqual([0, "connected"]);
    world.disconnect(a);
    await world.advance(29_999);
    expect([world.now(), a.connectionState]).toEqual([29_999, "disconnected"]);
    await world.advance(1);
    expect([world.now(), a.connectionState]).toEqual([30_000, "failed"]);
  });

  it("timers that a test makes fake do not stop it", async () => {
    vi.useFakeTimers();
    const world = createWorld();
    const { a, b } = connectionsIn(world);
    a.createDataChannel("chat");
    await negotiated(a, b);
    await world.settle();
    expect(a.connectionState).toBe("connected");
  });

  it("install() defines the classes and takes them out again", () => {
    const world = createWorld();
    const navigator = { mediaDevices: "before" };
    const target: Record<string, unknown> = { navigator, RTCPeerConnection: "before", other: 1 };
    const uninstall = world.install(target);
    expect(target.RTCPeerConnection).toBe(world.RTCPeerConnection);
    expect(Object.getOwnPropertyNames(target)).toEqual(expect.arrayContaining([...interfaceNames]));
    expect(navigator.mediaDevices).toBe(world.mediaDevices);
    uninstall();
    expect(target).toEqual({ navigator: { mediaDevices: "before" }, RTCPeerConnection: "before", other: 1 });
  });

  it("trace(): a dump in which nothing is missing", async () => {
    const world = createWorld({ clock: "virtual" });
    const { a, b } = connectionsIn(world);
    a.createDataChannel("chat");
    await a.setRemoteDescription({ type: "answer", sdp: "" }).catch(() => null);
    await negotiated(a, b);
    const { connections } = traceOf(world.trace());
    const events = connections.flatMap(({ id, events: happened }) =>
      happened.map((event) => `${id} ${event.kind} ${"call" in event ? event.call : ""}`.trim()),
    );
    expect(events.filter((event) => event.startsWith("1"))).toEqual([
      ...["1 attached", "1 call setRemoteDescription", "1 settled setRemoteDescription"],
      ...["1 call setLocalDescription", "1 state", "1 settled setLocalDescription"],
      ...["1 call setRemoteDescription", "1 state", "1 settled setRemoteDescription"],
    ]);
  });

  it("trace(): a call that a listener of its own events overtakes with close() is not settled", async () => {
    const world = createWorld({ clock: "virtual" });
    const { a, b } = connectionsIn(world);
    a.createDataChannel("chat");
    await a.setLocalDescription();
    b.addEventListener("signalingstatechange", () => b.close());
    b.setRemoteDescription(a.localDescription as never);
    await world.settle();
    const { connections } = traceOf(world.trace());
    const happened = connections[1]?.events.map((event) => `${event.kind} ${"call" in event ? event.call : ""}`.trim());
    expect(happened).toEqual(["attached", "call setRemoteDescription", "state", "call close", "settled close"]);
  });

  it("echo(): a peer that accepts whatever it is offered, and answers by itself", async () => {
    const world = createWorld({ clock: "virtual" });
    const pc: Any = new world.RTCPeerConnection();
    const channel = pc.createDataChannel("chat");
    pc.addTransceiver("audio");
    const echo = world.echo();
    const unmuted = new Promise<Any>((resolve) => {
      pc.ontrack = ({ track }: Any) => track.addEventListener("unmute", resolve);
    });
    const received = new Promise<Any>((resolve) => {
      channel.onmessage = resolve;
    });
    channel.onopen = () => channel.send("hello");
    await pc.setLocalDescription();
    await pc.setRemoteDescription(await echo.answer(pc.localDescription));
    expect((await received).data).toBe("hello");
    expect((await unmuted).target.kind).toBe("audio");
    expect(pc.getTransceivers()[0].currentDirection).toBe("sendrecv");
    expect(world.connections()).toEqual([pc, echo.connection]);
    await expect(echo.answer(null)).rejects.toThrow(TypeError);
    const empty: Any = new world.RTCPeerConnection();
    await empty.setLocalDescription();
    await expect(world.echo().answer(empty.localDescription)).resolves.toMatchObject({ type: "answer" });
  });
});

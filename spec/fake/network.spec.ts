import { describe, expect, it } from "vitest";
import { createWorld } from "../../src/fake/world/create-world.ts";
import { type Any, channelPair, connectionsIn, negotiated, noteEvents } from "./pair.ts";

const stateEvents = ["icegatheringstatechange", "iceconnectionstatechange", "connectionstatechange"];

describe("the fake's network: two connections meet", () => {
  it("by their descriptions and candidates, with the events in the specification's order", async () => {
    const world = createWorld({ clock: "virtual" });
    const { a, b } = connectionsIn(world);
    const notes: string[] = [];
    const states = () => `${a.iceGatheringState}, ${a.iceConnectionState}, ${a.connectionState}`;
    noteEvents(notes, "a", a, stateEvents, states);
    const channel = a.createDataChannel("chat");
    noteEvents(notes, "channel", channel, ["open"]);
    await negotiated(a, b);
    await world.settle();
    expect(notes).toEqual([
      "a icegatheringstatechange gathering, new, new",
      "a icegatheringstatechange complete, new, new",
      "a iceconnectionstatechange complete, checking, connecting",
      "a connectionstatechange complete, checking, connecting",
      "a iceconnectionstatechange complete, connected, connecting",
      "a iceconnectionstatechange complete, completed, connecting",
      "a connectionstatechange complete, completed, connected",
      "channel open",
    ]);
    expect([b.iceConnectionState, b.connectionState]).toEqual(["completed", "connected"]);
  });

  it("both are connected before one of them is completed", async () => {
    const world = createWorld({ clock: "virtual" });
    const { a, b } = connectionsIn(world);
    const notes: string[] = [];
    noteEvents(notes, "a", a, ["iceconnectionstatechange"], () => a.iceConnectionState);
    noteEvents(notes, "b", b, ["iceconnectionstatechange"], () => b.iceConnectionState);
    a.createDataChannel("chat");
    await negotiated(a, b);
    await world.settle();
    expect(notes.map((note) => note.split(" ").at(-1))).toEqual([
      ...["checking", "checking", "connected", "connected", "completed", "completed"],
    ]);
  });

  it("one-sided candidates are enough: the other side learns of them from the checks", async () => {
    const world = createWorld({ clock: "virtual" });
    const { a, b } = connectionsIn(world);
    a.onicecandidate = null;
    a.createDataChannel("chat");
    await negotiated(a, b);
    await world.settle();
    expect([a.connectionState, b.connectionState]).toEqual(["connected", "connected"]);
    const [near, far] = [a, b].map((pc) => pc.sctp.transport.iceTransport);
    expect(far.getRemoteCandidates()).toEqual([]);
    const { remote } = far.getSelectedCandidatePair();
    const { local } = near.getSelectedCandidatePair();
    expect([remote.type, remote.address, remote.port]).toEqual(["prflx", local.address, local.port]);
  });

  it("candidates in the descriptions are enough", async () => {
    const world = createWorld({ clock: "virtual" });
    const a = new world.RTCPeerConnection();
    const b = new world.RTCPeerConnection();
    a.createDataChannel("chat");
    await a.setLocalDescription();
    await world.settle();
    await b.setRemoteDescription(a.localDescription);
    await b.setLocalDescription();
    await world.settle();
    await a.setRemoteDescription(b.localDescription);
    await world.settle();
    expect([a.iceConnectionState, b.iceConnectionState]).toEqual(["completed", "completed"]);
  });

  it("without any candidate they do not, nor do connections of two worlds", async () => {
    const world = createWorld({ clock: "virtual" });
    const a = new world.RTCPeerConnection();
    const b = new world.RTCPeerConnection();
    a.createDataChannel("chat");
    await negotiated(a, b);
    await world.settle();
    expect([a.iceConnectionState, b.iceConnectionState]).toEqual(["new", "new"]);

    const other = createWorld({ clock: "virtual", seed: 2 });
    const c = new world.RTCPeerConnection();
    const d = new other.RTCPeerConnection();
    c.onicecandidate = ({ candidate }: Any) => d.addIceCandidate(candidate ?? undefined);
    c.createDataChannel("chat");
    await negotiated(c, d);
    await world.settle();
    await other.settle();
    expect([c.iceConnectionState, d.iceConnectionState]).toEqual(["new", "checking"]);
    await other.advance(40_000);
    expect([d.iceConnectionState, d.connectionState]).toEqual(["failed", "failed"]);
  });

  it("the transports have what the specification says", async () => {
    const { a, b } = await channelPair();
    const { sctp } = a;
    const dtls = sctp.transport;
    const ice = dtls.iceTransport;
    expect([sctp.state, sctp.maxChannels, sctp.maxMessageSize]).toEqual(["connected", 65535, 262144]);
    expect([dtls.state, dtls.getRemoteCertificates().length]).toEqual(["connected", 1]);
    expect([ice.state, ice.gatheringState, ice.role, ice.component]).toEqual([
      ...["completed", "complete", "controlling", "rtp"],
    ]);
    expect(b.sctp.transport.iceTransport.role).toBe("controlled");
    expect(ice.getLocalParameters()).toEqual(b.sctp.transport.iceTransport.getRemoteParameters());
    expect(ice.getLocalCandidates().map(({ address }: Any) => address)).toEqual(["192.0.2.1"]);
    expect(ice.getSelectedCandidatePair().remote).toBe(ice.getRemoteCandidates()[0]);
  });
});

describe("the fake's network: when it fails", () => {
  it("disconnect(): disconnected, failed after 30 seconds; what is sent meanwhile arrives once it is back", async () => {
    const { world, a, b, near, far } = await channelPair();
    const received: string[] = [];
    far.onmessage = ({ data }: Any) => received.push(data);
    const reconnect = world.disconnect(a);
    await world.settle();
    expect([a.iceConnectionState, b.connectionState]).toEqual(["disconnected", "disconnected"]);
    near.send("hello");
    await world.advance(30_000);
    expect([a.connectionState, b.iceConnectionState, near.readyState]).toEqual(["failed", "failed", "open"]);
    expect([received, near.bufferedAmount]).toEqual([[], 5]);
    reconnect();
    await world.settle();
    expect([a.connectionState, b.connectionState, received, near.bufferedAmount]).toEqual([
      ...["connected", "connected", ["hello"], 0],
    ]);
  });

  it("an ICE restart finds another way", async () => {
    const { world, a, b, near, far } = await channelPair();
    world.disconnect(a);
    await world.advance(30_000);
    const before = a.sctp.transport.iceTransport.getSelectedCandidatePair();
    a.restartIce();
    await negotiated(a, b);
    await world.settle();
    expect([a.connectionState, b.connectionState]).toEqual(["connected", "connected"]);
    expect(a.sctp.transport.iceTransport.getSelectedCandidatePair()).not.toBe(before);
    far.onmessage = ({ data }: Any) => near.dispatchEvent(new MessageEvent("message", { data }));
    const received = new Promise((resolve) => near.addEventListener("message", resolve));
    near.send("still here");
    await world.settle();
    expect(await received).toMatchObject({ data: "still here" });
  });

  it("fail(): the next such operation is refused, once", async () => {
    const world = createWorld();
    const pc = new world.RTCPeerConnection();
    world.fail(pc, "createOffer");
    await expect(pc.createOffer()).rejects.toMatchObject({ name: "OperationError" });
    await expect(pc.createOffer()).resolves.toMatchObject({ type: "offer" });
    expect(() => world.fail({}, "createOffer")).toThrow(TypeError);
  });

  it("close() on one side: the other hears of it, and its tracks mute", async () => {
    const world = createWorld({ clock: "virtual" });
    const { a, b } = connectionsIn(world);
    a.addTrack(world.createTrack("audio"));
    const notes: string[] = [];
    b.ontrack = ({ track }: Any) => noteEvents(notes, "track", track, ["mute", "unmute", "ended"]);
    await negotiated(a, b);
    await world.settle();
    expect(notes).toEqual(["track unmute"]);
    noteEvents(notes, "b", b, ["connectionstatechange"]);
    const [{ transport }] = b.getReceivers();
    noteEvents(notes, "dtls", transport, ["statechange"], () => transport.state);
    a.close();
    expect([a.connectionState, a.iceConnectionState]).toEqual(["closed", "closed"]);
    await world.settle();
    expect(notes).toEqual(["track unmute", "dtls statechange closed", "b connectionstatechange", "track mute"]);
    expect([transport.state, b.connectionState]).toEqual(["closed", "disconnected"]);
  });

  it("a certificate with another fingerprint than the description's is refused by DTLS", async () => {
    const world = createWorld({ clock: "virtual" });
    const { a, b } = connectionsIn(world);
    a.createDataChannel("chat");
    await a.setLocalDescription();
    const [, fingerprint = ""] = /a=fingerprint:sha-256 (\S+)/.exec(a.localDescription.sdp) ?? [];
    const sdp = a.localDescription.sdp.replaceAll(fingerprint, fingerprint.split(":").reverse().join(":"));
    await b.setRemoteDescription({ type: "offer", sdp });
    await b.setLocalDescription();
    const errors: string[] = [];
    for (const pc of [a, b]) pc.sctp.transport.onerror = ({ error }: Any) => errors.push(error.errorDetail);
    await a.setRemoteDescription(b.localDescription);
    await world.settle();
    expect(errors.sort()).toEqual(["dtls-failure", "fingerprint-failure"]);
    expect([a.connectionState, b.connectionState, a.iceConnectionState]).toEqual(["failed", "failed", "completed"]);
  });
});

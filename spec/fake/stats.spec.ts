import { describe, expect, it } from "vitest";
import { createWorld } from "../../src/entries/fake.ts";
import { type Any, connectionsIn, negotiated } from "./pair.ts";

/** Two connections with audio, video and a data channel over which a message went, and their reports. */
async function connectedPair() {
  const world = createWorld({ clock: "virtual" });
  const { a, b } = connectionsIn(world);
  const [audio, video] = [world.createTrack("audio"), world.createTrack("video")] as Any[];
  a.addTrack(audio);
  const videoSender = a.addTrack(video);
  const channel = a.createDataChannel("chat", { protocol: "text" });
  b.ondatachannel = ({ channel: far }: Any) => far.addEventListener("message", () => far.send("welcome"));
  await negotiated(a, b);
  await world.settle();
  channel.send("hi");
  await world.settle();
  return { world, a, b, audio, video, videoSender, channel };
}

const ofType = (report: Any, type: string): readonly Any[] =>
  [...report.values()].filter((stats: Any) => stats.type === type);

describe("webrtc-pc #rtcstatsreport-object", () => {
  it("is a maplike that can only be read", async () => {
    const { RTCPeerConnection, RTCStatsReport } = createWorld() as Any;
    const report = await new RTCPeerConnection().getStats();
    expect(report).toBeInstanceOf(RTCStatsReport);
    expect([report.size, String(report)]).toEqual([1, "[object RTCStatsReport]"]);
    const [[id, stats]] = report;
    expect([report.get(id), report.has(id), report.has("x"), report.get("x")]).toEqual([stats, true, false, undefined]);
    expect([[...report.keys()], [...report.values()]]).toEqual([[id], [stats]]);
    expect(RTCStatsReport.prototype[Symbol.iterator]).toBe(RTCStatsReport.prototype.entries);
    const seen: unknown[] = [];
    report.forEach(function (this: unknown, ...values: unknown[]) {
      seen.push(this, ...values);
    }, "this");
    expect(seen.map((value) => (value === report ? "report" : value))).toEqual([
      ...[expect.objectContaining({}), stats, id, "report"],
    ]);
    expect("set" in report).toBe(false);
    expect(() => new RTCStatsReport()).toThrow(TypeError);
  });
});

describe("webrtc-pc #mandatory-to-implement-stats", () => {
  it("each type is there, with ids that refer to what is there", async () => {
    const { a, b } = await connectedPair();
    const types = new Map<string, number>();
    for (const pc of [a, b]) {
      const report = await pc.getStats();
      for (const [id, stats] of report) {
        expect(stats).toMatchObject({ id, timestamp: expect.any(Number) });
        types.set(stats.type, (types.get(stats.type) ?? 0) + 1);
        for (const [name, value] of Object.entries(stats))
          if (name.endsWith("Id")) expect(report.get(value), `${stats.type}.${name}`).toBeDefined();
      }
    }
    // The offerer has gathered a candidate for each of the three sections before the answer bundled them.
    expect(Object.fromEntries(types)).toEqual({
      ...{ "peer-connection": 2, "data-channel": 2, transport: 2, certificate: 4, "candidate-pair": 4 },
      ...{ "local-candidate": 2, "remote-candidate": 4, "media-source": 2, codec: 4 },
      ...{ "outbound-rtp": 2, "remote-inbound-rtp": 2, "inbound-rtp": 2, "remote-outbound-rtp": 2 },
    });
  });

  it("what is counted is what went over the data channel; no media flows", async () => {
    const { a, b, channel, video } = await connectedPair();
    const [near, far] = [await a.getStats(), await b.getStats()];
    const counts = { messagesSent: 1, bytesSent: 2, messagesReceived: 1, bytesReceived: 7 };
    expect(ofType(near, "data-channel")).toEqual([
      expect.objectContaining({
        ...counts,
        label: "chat",
        protocol: "text",
        dataChannelIdentifier: channel.id,
        state: "open",
      }),
    ]);
    expect(ofType(near, "transport")[0]).toMatchObject({
      bytesSent: 2,
      bytesReceived: 7,
      dtlsState: "connected",
      dtlsRole: "server",
    });
    expect(ofType(far, "transport")[0]).toMatchObject({ bytesSent: 7, bytesReceived: 2, iceRole: "controlled" });
    expect(ofType(near, "candidate-pair")[0]).toMatchObject({ state: "succeeded", nominated: true, bytesSent: 2 });
    expect(ofType(near, "outbound-rtp").map(({ packetsSent }) => packetsSent)).toEqual([0, 0]);
    const source = ofType(near, "media-source").find(({ kind }) => kind === "video");
    expect(source).toMatchObject({ trackIdentifier: video.id, width: 640, height: 480 });
    expect(ofType(near, "outbound-rtp").map(({ ssrc }) => ssrc)).toEqual(
      ofType(far, "inbound-rtp").map(({ ssrc }) => ssrc),
    );
    channel.close();
    expect(ofType(await a.getStats(), "peer-connection")[0]).toMatchObject({
      ...{ dataChannelsOpened: 1, dataChannelsClosed: 1 },
    });
    a.close();
    expect(ofType(await a.getStats(), "data-channel")).toMatchObject([{ state: "closed", bytesSent: 2 }]);
  });

  it("there are no RTP streams before media flows, and none once it has ended", async () => {
    const { a, b, world } = await connectedPair();
    const fresh = new world.RTCPeerConnection() as Any;
    fresh.addTransceiver("audio");
    await fresh.setLocalDescription();
    await world.settle();
    expect([...(await fresh.getStats()).values()].map(({ type }: Any) => type).sort()).toEqual([
      ...["certificate", "local-candidate", "peer-connection", "transport"],
    ]);
    for (const transceiver of a.getTransceivers()) transceiver.stop();
    await negotiated(a, b);
    expect(ofType(await a.getStats(), "outbound-rtp")).toEqual([]);
    expect(ofType(await b.getStats(), "inbound-rtp")).toEqual([]);
  });

  it("the same is monitored under the same id, which another connection does not have", async () => {
    const { a, b, world } = await connectedPair();
    const first = await a.getStats();
    await world.advance(10);
    const second = await a.getStats();
    expect([...second.keys()]).toEqual([...first.keys()]);
    const [before, after] = [first, second].map((report) => ofType(report, "peer-connection")[0]);
    expect(after.timestamp - before.timestamp).toBe(10);
    expect([...(await b.getStats()).keys()].filter((id) => first.has(id))).toEqual([]);
  });

  it("on a real clock, times count from 1970", async () => {
    const { RTCPeerConnection } = createWorld() as Any;
    const [stats] = (await new RTCPeerConnection().getStats()).values();
    expect(Math.abs(stats.timestamp - Date.now())).toBeLessThan(60_000);
  });
});

describe("webrtc-pc #the-stats-selection-algorithm", () => {
  it("a sender has its streams and what they refer to, as getStats() of its track has", async () => {
    const { a, video, videoSender } = await connectedPair();
    const report = await videoSender.getStats();
    const types = [...report.values()].map(({ type }: Any) => type).sort();
    expect(types).toEqual([
      ...["candidate-pair", "certificate", "certificate", "codec", "local-candidate", "media-source"],
      ...["outbound-rtp", "remote-candidate", "remote-inbound-rtp", "transport"],
    ]);
    expect(ofType(report, "media-source")[0].trackIdentifier).toBe(video.id);
    expect([...(await a.getStats(video)).keys()]).toEqual([...report.keys()]);
  });

  it("a receiver has its streams", async () => {
    const { b } = await connectedPair();
    const [receiver] = b.getReceivers();
    const report = await receiver.getStats();
    expect(ofType(report, "inbound-rtp")).toEqual([
      expect.objectContaining({ kind: "audio", trackIdentifier: receiver.track.id, packetsReceived: 0 }),
    ]);
    expect([ofType(report, "outbound-rtp"), ofType(report, "media-source")]).toEqual([[], []]);
    expect((await b.getStats(receiver.track)).size).toBe(report.size);
    const before = receiver.getStats();
    b.getTransceivers()[0].stop();
    expect([ofType(await before, "inbound-rtp").length, (await receiver.getStats()).size]).toEqual([1, 0]);
  });

  it("a track that no sender and no receiver has, or more than one, is refused with an InvalidAccessError", async () => {
    const { a, audio, world } = await connectedPair();
    await expect(a.getStats(world.createTrack("audio"))).rejects.toMatchObject({ name: "InvalidAccessError" });
    a.addTransceiver(audio);
    await expect(a.getStats(audio)).rejects.toMatchObject({
      ...{ name: "InvalidAccessError", message: expect.stringContaining("more than one sender or receiver") },
    });
    await expect(a.getStats({})).rejects.toThrow(TypeError);
    expect((await a.getStats(null)).size).toBe((await a.getStats(undefined)).size);
  });
});

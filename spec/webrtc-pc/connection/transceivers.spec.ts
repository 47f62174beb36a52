import { describe, expect, it } from "vitest";
import type { Direction } from "../../../src/sdp/description/direction.ts";
import { negotiate, only, pair, Stack, typesOf } from "./stack.ts";

const audio = { method: "addTransceiver", trackOrKind: "audio" } as const;
const track = (id: string) => ({ method: "addTrack", track: { id, kind: "audio" }, streams: ["s"] }) as const;

describe("webrtc-pc #dom-rtcpeerconnection-addtrack", () => {
  it("returns the transceiver, which sends and receives", () => {
    const stack = new Stack();
    expect(stack.call(track("1"))).toContainEqual({ type: "return", call: "addTrack", value: 0 });
    expect(stack.transceiver()).toMatchObject({
      direction: "sendrecv",
      sender: { track: "1", associatedMediaStreamIds: ["s"] },
    });
  });

  it("uses a sender that has no track and never sent", () => {
    const stack = new Stack();
    stack.call({ ...audio, init: { direction: "recvonly" } });
    stack.call({ ...audio, init: { direction: "inactive" } });
    stack.call(track("1"));
    stack.call(track("2"));
    expect(stack.transceivers.map(({ direction, sender }) => [direction, sender.track])).toEqual([
      ["sendrecv", "1"],
      ["sendonly", "2"],
    ]);
  });

  it("uses no sender of another kind, none that is stopping, and none that has sent", () => {
    const { a, b } = pair();
    a.do({ method: "addTransceiver", trackOrKind: "video" });
    a.do(audio);
    a.do(audio);
    negotiate(a, b);
    a.do({ method: "stop", transceiver: 2 });
    a.do(track("1"));
    expect(a.transceivers.map(({ sender }) => sender.track)).toEqual([null, null, null, "1"]);
  });

  it("keeps looking from the first that may be used, also after some have left", () => {
    const { a, b } = pair();
    a.do(track("1"));
    a.do(track("2"));
    negotiate(a, b);
    a.do({ method: "stop", transceiver: 0 });
    negotiate(a, b);
    expect(a.transceivers.map(({ id }) => id)).toEqual([1]);
    a.do({ ...audio, init: { direction: "recvonly" } });
    a.do(track("3"));
    expect(a.transceivers.map(({ id, sender }) => [id, sender.track])).toEqual([
      [1, "2"],
      [2, "3"],
    ]);
  });
});

describe("RFC 9429 §5.10, webrtc-pc #apply-remote-description: which transceiver an m= section takes", () => {
  it("one that addTrack() created, and none that addTransceiver() created", () => {
    const { a, b } = pair();
    a.do(track("1"));
    a.do(track("2"));
    b.do(track("3"));
    b.do(audio);
    negotiate(a, b);
    expect(b.transceivers.map(({ id, mid, sender }) => [id, mid, sender.track])).toEqual([
      [0, "0", "3"],
      [1, null, null],
      [2, "1", null],
    ]);
  });

  it("addTransceiver() alone: a new one is created, recvonly", () => {
    const { a, b } = pair();
    a.do(audio);
    b.do(audio);
    negotiate(a, b);
    expect(b.transceivers.map(({ mid, direction }) => [mid, direction])).toEqual([
      [null, "sendrecv"],
      ["0", "recvonly"],
    ]);
  });

  it("only an m= section that is sendrecv or recvonly, by which the peer wants to receive, takes one", () => {
    const midsAfter = (direction: Direction) => {
      const { a, b } = pair();
      a.do({ ...audio, init: { direction } });
      b.do(track("1"));
      negotiate(a, b);
      return b.transceivers.map(({ mid }) => mid);
    };
    expect(midsAfter("sendrecv")).toEqual(["0"]);
    expect(midsAfter("recvonly")).toEqual(["0"]);
    expect(midsAfter("sendonly")).toEqual([null, "0"]);
    expect(midsAfter("inactive")).toEqual([null, "0"]);
  });
});

describe("webrtc-pc #dom-rtcrtptransceiver-stop", () => {
  it("is stopping at once, stopped when the exchange is complete, and then leaves the set", () => {
    const { a, b } = pair();
    a.do(track("1"));
    a.do(track("2"));
    negotiate(a, b);
    expect(typesOf(a.call({ method: "stop", transceiver: 0 }))).toEqual([
      "stop-sending-and-receiving",
      "ended",
      "queue-task",
      "return",
    ]);
    expect(a.transceiver()).toMatchObject({ stopping: true, stopped: false, direction: "inactive" });
    a.do({ method: "setLocalDescription" });
    b.do({ method: "setRemoteDescription", description: a.localDescription });
    expect(b.transceiver()).toMatchObject({ stopping: true, stopped: true, currentDirection: null });
    b.do({ method: "setLocalDescription" });
    a.do({ method: "setRemoteDescription", description: b.localDescription });
    expect([a, b].map((stack) => stack.transceivers.map(({ mid }) => mid))).toEqual([["1"], ["1"]]);
    expect([a, b].map(({ connection }) => connection.negotiationNeeded)).toEqual([false, false]);
  });

  it("the m= section is recycled by the next transceiver, of whatever kind", () => {
    const { a, b } = pair();
    a.do(track("1"));
    negotiate(a, b);
    a.do({ method: "stop", transceiver: 0 });
    negotiate(a, b);
    a.do({ method: "addTransceiver", trackOrKind: "video" });
    negotiate(a, b);
    const sections = a.connection.mediaDescriptions.currentLocalDescription?.sections ?? [];
    expect(sections.map(({ kind, rejected }) => [kind, rejected])).toEqual([["video", false]]);
    expect([a, b].map((stack) => stack.transceivers.length)).toEqual([1, 1]);
  });

  it("does nothing a second time, nor to one that has left", () => {
    const { a, b } = pair();
    a.do(track("1"));
    negotiate(a, b);
    a.do({ method: "stop", transceiver: 0 });
    expect(typesOf(a.call({ method: "stop", transceiver: 0 }))).toEqual(["return"]);
    negotiate(a, b);
    expect(typesOf(a.call({ method: "stop", transceiver: 0 }))).toEqual(["return"]);
  });

  it("one that was never associated leaves with the next answer (#2838)", () => {
    const { a, b } = pair();
    a.do(audio);
    a.do({ method: "stop", transceiver: 0 });
    a.do(audio);
    negotiate(a, b);
    expect(a.transceivers.map(({ id }) => id)).toEqual([1]);
    expect(a.connection.negotiationNeeded).toBe(false);
  });

  it("before #2838 is decided, by the text as it is, it needs negotiation for ever", () => {
    const { a, b } = pair({ revision: "before #2838" });
    a.do(audio);
    a.do({ method: "stop", transceiver: 0 });
    a.do(audio);
    negotiate(a, b);
    expect(a.transceivers.map(({ id }) => id)).toEqual([0, 1]);
    expect(a.connection.negotiationNeeded).toBe(true);
  });
});

describe("webrtc-pc #process-remote-tracks", () => {
  it("announces a remote track once, with its streams, which it enters before", () => {
    const { a, b } = pair();
    a.do(track("1"));
    a.do({ method: "setLocalDescription" });
    const effects = b.do({ method: "setRemoteDescription", description: a.localDescription });
    expect(effects).toEqual([
      { type: "start", operation: 0, work: expect.anything() },
      { type: "signalingstatechange", signalingState: "have-remote-offer" },
      { type: "add-track", stream: "s", transceiver: 0 },
      { type: "track", transceiver: 0, streams: ["s"] },
      { type: "resolve", call: "setRemoteDescription", value: null },
      { type: "react", operation: 0 },
    ]);
    a.do({ method: "setLocalDescription" });
    const again = b.do({ method: "setRemoteDescription", description: a.localDescription });
    expect(only(again, "track")).toEqual([]);
  });

  it("mutes and removes in that order where the other side stops sending", () => {
    const { a, b } = pair();
    a.do(track("1"));
    negotiate(a, b);
    b.feed({ type: "media", transceiver: 0, flows: true });
    expect(b.transceiver().receiver.muted).toBe(false);
    a.do({ method: "removeTrack", transceiver: 0 });
    a.do({ method: "setLocalDescription" });
    const effects = b.do({ method: "setRemoteDescription", description: a.localDescription });
    expect(typesOf(effects).slice(1, 4)).toEqual(["signalingstatechange", "mute", "remove-track"]);
    expect(b.transceiver()).toMatchObject({ receptive: false, firedDirection: "sendonly" });
    expect(b.transceiver().receiver).toMatchObject({ muted: true, associatedRemoteMediaStreams: [] });
  });

  it("announces again where a stream is added", () => {
    const { a, b } = pair();
    a.do(track("1"));
    negotiate(a, b);
    a.do({ method: "setStreams", transceiver: 0, streams: ["t", "s"] });
    a.do({ method: "setLocalDescription" });
    const effects = b.do({ method: "setRemoteDescription", description: a.localDescription });
    expect(only(effects, "add-track").map(({ stream }) => stream)).toEqual(["t"]);
    expect(only(effects, "track").map(({ streams }) => streams)).toEqual([["t", "s"]]);
  });

  it("an answerer that refuses the track takes it back", () => {
    const { a, b } = pair();
    a.do(track("1"));
    a.do({ method: "setLocalDescription" });
    b.do({ method: "setRemoteDescription", description: a.localDescription });
    b.do({ method: "setDirection", transceiver: 0, direction: "inactive" });
    const effects = b.do({ method: "setLocalDescription" });
    expect(only(effects, "remove-track")).toEqual([{ type: "remove-track", stream: "s", transceiver: 0 }]);
    expect(b.transceiver()).toMatchObject({ currentDirection: "inactive", firedDirection: "inactive" });
  });
});

describe("RFC 9429 §5.8.2: a section without a=msid", () => {
  it("has its track in the default stream, the same for all of them", () => {
    const { a, b } = pair();
    a.do({ method: "addTransceiver", trackOrKind: "audio" });
    a.do({ method: "addTransceiver", trackOrKind: "video" });
    a.do({ method: "setLocalDescription" });
    const sdp = a.localDescription?.sdp.replace(/^a=msid:.*\r\n/gm, "");
    const effects = b.do({ method: "setRemoteDescription", description: { type: "offer", sdp } });
    expect(only(effects, "track").map(({ streams }) => streams)).toEqual([["-"], ["-"]]);
    expect(only(effects, "add-track").map(({ stream }) => stream)).toEqual(["-", "-"]);
  });

  it("has its track in the streams that its sources name, as browsers read them", () => {
    const { a, b } = pair();
    a.do({ method: "addTransceiver", trackOrKind: "audio" });
    a.do({ method: "setLocalDescription" });
    const sdp = a.localDescription?.sdp.replace(
      /^a=msid:.*\r\n/gm,
      "a=ssrc:1 cname:me\r\na=ssrc:1 msid:stream track\r\n",
    );
    const effects = b.do({ method: "setRemoteDescription", description: { type: "offer", sdp } });
    expect(only(effects, "track").map(({ streams }) => streams)).toEqual([["stream"]]);
  });
});

describe("webrtc-pc #mediastreamtrack-network-use", () => {
  it("media unmutes the track of a receptive transceiver only", () => {
    const { a, b } = pair();
    a.do(audio);
    a.do({ method: "setLocalDescription" });
    expect(a.feed({ type: "media", transceiver: 0, flows: true })).toEqual([{ type: "unmute", transceiver: 0 }]);
    expect(a.feed({ type: "media", transceiver: 0, flows: true })).toEqual([]);
    b.do({ method: "setRemoteDescription", description: a.localDescription });
    expect(b.feed({ type: "media", transceiver: 0, flows: true })).toEqual([]);
    b.do({ method: "setLocalDescription" });
    expect(b.feed({ type: "media", transceiver: 0, flows: true })).toEqual([{ type: "unmute", transceiver: 0 }]);
    expect(b.feed({ type: "media", transceiver: 0, flows: false })).toEqual([{ type: "mute", transceiver: 0 }]);
  });
});

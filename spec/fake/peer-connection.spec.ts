import { describe, expect, it } from "vitest";
import { createWorld } from "../../src/entries/fake.ts";

// biome-ignore lint/suspicious/noExplicitAny: the DOM's types are not there
type Any = any;

function pair(): { a: Any; b: Any; world: Any } {
  const world = createWorld({ clock: "virtual" }) as Any;
  return { a: new world.RTCPeerConnection(), b: new world.RTCPeerConnection(), world };
}

async function negotiate(offerer: Any, answerer: Any): Promise<void> {
  await offerer.setLocalDescription();
  await answerer.setRemoteDescription(offerer.localDescription);
  await answerer.setLocalDescription();
  await offerer.setRemoteDescription(answerer.localDescription);
}

async function refusal(promise: Promise<unknown>): Promise<Any> {
  return promise.then(
    () => null,
    (reason: unknown) => reason,
  );
}

describe("webrtc-pc #rtcpeerconnection-interface", () => {
  it("begins with these values", () => {
    const { a } = pair();
    expect([a.signalingState, a.iceGatheringState, a.iceConnectionState, a.connectionState]).toEqual([
      ...["stable", "new", "new", "new"],
    ]);
    expect([a.localDescription, a.remoteDescription, a.canTrickleIceCandidates, a.sctp]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(a.getTransceivers()).toEqual([]);
  });

  it("offers and answers", async () => {
    const { a, b, world } = pair();
    const states: string[] = [];
    a.onsignalingstatechange = () => states.push(`a ${a.signalingState}`);
    b.onsignalingstatechange = () => states.push(`b ${b.signalingState}`);
    a.addTransceiver("audio");
    const offer = await a.createOffer();
    expect(Object.keys(offer)).toEqual(["type", "sdp"]);
    expect(offer).not.toBeInstanceOf(world.RTCSessionDescription);
    await negotiate(a, b);
    expect(states).toEqual(["a have-local-offer", "b have-remote-offer", "b stable", "a stable"]);
    expect(a.currentLocalDescription).toBeInstanceOf(world.RTCSessionDescription);
    expect(a.localDescription).toBe(a.currentLocalDescription);
    expect([a.currentLocalDescription.type, a.currentRemoteDescription.type]).toEqual(["offer", "answer"]);
    const [transceiver] = a.getTransceivers();
    expect([transceiver.mid, transceiver.direction, transceiver.currentDirection]).toEqual([
      "0",
      "sendrecv",
      "sendonly",
    ]);
  });

  it("what is refused has the rejection as its cause", async () => {
    const { a, world } = pair();
    const state = await refusal(a.setRemoteDescription({ type: "answer", sdp: "" }));
    expect([state.constructor, state.name, state.cause.code]).toEqual([
      ...[DOMException, "InvalidStateError", "answer-in-wrong-state"],
    ]);
    const syntax = await refusal(a.setRemoteDescription({ type: "offer", sdp: "v=0\r\nnonsense" }));
    expect(syntax).toBeInstanceOf(world.RTCError);
    expect([syntax.name, syntax.errorDetail, syntax.sdpLineNumber]).toEqual(["OperationError", "sdp-syntax-error", 2]);
    expect(syntax.cause.reference.url).toContain("https://");
    const type = await refusal(a.setLocalDescription({ type: "?" }));
    expect([type.constructor, type.cause.code]).toEqual([TypeError, "type-unknown"]);
    expect(() => a.addTransceiver("?")).toThrow(TypeError);
  });

  it("after close() nothing is settled, and new calls are refused", async () => {
    const { a, world } = pair();
    let settled = false;
    const note = () => {
      settled = true;
    };
    a.createOffer().then(note, note);
    a.close();
    await world.settle();
    expect([settled, a.signalingState]).toEqual([false, "closed"]);
    expect((await refusal(a.createOffer())).name).toBe("InvalidStateError");
    expect(() => a.addTransceiver("audio")).toThrow(expect.objectContaining({ name: "InvalidStateError" }));
  });

  it("world.fail() lets the next operation fail, once, and changes nothing", async () => {
    const { a, world } = pair();
    a.addTransceiver("audio");
    world.fail(a, "setLocalDescription");
    expect((await refusal(a.setLocalDescription())).name).toBe("OperationError");
    expect(a.signalingState).toBe("stable");
    await a.setLocalDescription();
    expect(a.signalingState).toBe("have-local-offer");
  });
});

describe("webrtc-pc #operations-chain: tasks and microtasks", () => {
  it("reactions of the application run before the next operation is executed", async () => {
    const { a } = pair();
    const seen: string[] = [];
    const first = a.createOffer().then(() => seen.push(`first in ${a.signalingState}`));
    const second = a.setLocalDescription().then(() => seen.push(`second in ${a.signalingState}`));
    await Promise.all([first, second]);
    expect(seen).toEqual(["first in stable", "second in have-local-offer"]);
  });

  it("negotiationneeded is fired from a task, once, when the chain is empty", async () => {
    const { a, world } = pair();
    let fired = 0;
    a.onnegotiationneeded = () => fired++;
    a.addTransceiver("audio");
    a.addTransceiver("video");
    await Promise.resolve();
    expect(fired).toBe(0);
    await world.settle();
    expect(fired).toBe(1);
  });
});

describe("webrtc-pc #legacy-interface-extensions", () => {
  it("the forms with callbacks call them, and return a promise that is resolved", async () => {
    const { a, world } = pair();
    const offer: Any = await new Promise((resolve, reject) => a.createOffer(resolve, reject));
    expect(offer.type).toBe("offer");
    const reason: Any = await new Promise((resolve) =>
      a.setRemoteDescription({ type: "answer", sdp: "" }, () => undefined, resolve),
    );
    expect(reason.name).toBe("InvalidStateError");
    expect(
      await a.createOffer(
        () => undefined,
        () => undefined,
      ),
    ).toBe(undefined);
    await world.settle();
  });

  it("two arguments of setLocalDescription(), and callbacks that are no functions, are TypeErrors", async () => {
    const { a } = pair();
    expect(await refusal(a.setLocalDescription({}, () => undefined))).toBeInstanceOf(TypeError);
    expect(await refusal(a.createOffer({}, {}))).toBeInstanceOf(TypeError);
  });
});

describe("webrtc-pc #rtp-media-api", () => {
  it("senders, receivers and transceivers are the same objects every time", async () => {
    const { a, b, world } = pair();
    const track = (await world.mediaDevices.getUserMedia({ audio: true })).getTracks()[0];
    const stream = new world.MediaStream();
    const sender = a.addTrack(track, stream);
    const [transceiver] = a.getTransceivers();
    expect([transceiver.sender, a.getSenders()[0]]).toEqual([sender, sender]);
    expect(sender.track).toBe(track);
    const tracks: Any[] = [];
    b.ontrack = (event: Any) => tracks.push(event);
    await negotiate(a, b);
    const [event] = tracks;
    expect(event).toBeInstanceOf(world.RTCTrackEvent);
    expect(event.transceiver).toBe(b.getTransceivers()[0]);
    expect([event.receiver, event.track]).toEqual([event.transceiver.receiver, event.receiver.track]);
    expect(event.streams.map(({ id }: Any) => id)).toEqual([stream.id]);
    expect(event.streams[0].getTracks()).toEqual([event.track]);
  });

  it("microtasks run between two events of one task, and before the promise is resolved", async () => {
    const { a, b } = pair();
    const notes: string[] = [];
    const note = (word: string) => async () => {
      notes.push(word);
      for (let turn = 0; turn < 5; turn++) await null;
      notes.push(`after ${word}`);
    };
    b.onsignalingstatechange = note("state");
    b.ontrack = note("track");
    a.addTransceiver("audio");
    a.addTransceiver("video");
    await b.setRemoteDescription(await a.createOffer()).then(note("resolved"));
    expect(notes).toEqual([
      ...["state", "after state", "track", "after track", "track", "after track", "resolved", "after resolved"],
    ]);
  });

  it("what a handler calls takes nothing from the events that follow", async () => {
    const { a, b } = pair();
    const { MediaStream } = createWorld() as Any;
    a.addTransceiver("audio", { streams: [new MediaStream()] });
    let stream: Any = null;
    b.ontrack = ({ streams }: Any) => {
      [stream] = streams;
    };
    await b.setRemoteDescription(await a.createOffer());
    expect(stream.getTracks()).toHaveLength(1);
    b.onsignalingstatechange = () => b.createDataChannel("chat");
    await b.setRemoteDescription({ type: "rollback" });
    expect(stream.getTracks()).toEqual([]);
  });

  it("a transceiver that has left the set is stopped", async () => {
    const { a, b } = pair();
    a.addTransceiver("audio");
    await a.setLocalDescription();
    await b.setRemoteDescription(a.localDescription);
    const [transceiver] = b.getTransceivers();
    await b.setRemoteDescription({ type: "rollback" });
    expect(b.getTransceivers()).toEqual([]);
    expect([transceiver.mid, transceiver.direction, transceiver.currentDirection]).toEqual([
      null,
      "stopped",
      "stopped",
    ]);
    expect(transceiver.stopped).toBe(true);
    expect(transceiver.receiver.track.readyState).toBe("ended");
  });

  it("a transceiver's attribute stopped, which browsers have kept, is true once it is stopped, and not before", async () => {
    const { a, b } = pair();
    const transceiver = a.addTransceiver("audio");
    await negotiate(a, b);
    expect(transceiver.stopped).toBe(false);
    transceiver.stop();
    expect([transceiver.stopped, transceiver.direction]).toEqual([false, "stopped"]);
    await negotiate(a, b);
    expect(transceiver.stopped).toBe(true);
  });

  it("removeTrack() refuses another connection's sender", () => {
    const { a, b } = pair();
    const { sender } = a.addTransceiver("audio");
    expect(() => b.removeTrack(sender)).toThrow(expect.objectContaining({ name: "InvalidAccessError" }));
  });

  it("a section without a=msid has its track in a stream with a random id", async () => {
    const { a, b } = pair();
    a.addTransceiver("audio");
    const { sdp } = await a.createOffer();
    const streams: Any[] = [];
    b.ontrack = (event: Any) => streams.push(...event.streams);
    await b.setRemoteDescription({ type: "offer", sdp: sdp.replace(/^a=msid.*\r\n/m, "") });
    expect(streams.map(({ id }) => id)).toEqual([expect.stringMatching(/^[\da-f-]{36}$/)]);
  });
});

describe("webrtc-pc #dom-peerconnection-localdescription: with the candidates until now", () => {
  it("has each candidate once, also where the offer was created with it", async () => {
    const { a, b, world } = pair();
    a.createDataChannel("check");
    await negotiate(a, b);
    await world.settle();
    const offer = await a.createOffer();
    expect(offer.sdp.match(/^a=(?:candidate|end-of-candidates)/gm)).toHaveLength(2);
    await a.setLocalDescription(offer);
    expect(a.localDescription.sdp).toBe(offer.sdp);
  });
});

// A host that has MediaStream and MediaStreamTrack of its own: here stand-ins, whose text is that of native functions.
import { describe, expect, it } from "vitest";
import { createWorld } from "../../src/fake/world/create-world.ts";
import type { Any } from "./pair.ts";

function native<Class extends new (...args: never[]) => object>(definition: Class): Class {
  return definition.bind(null) as Class;
}

/** A page, as far as media go. */
function page({ canCapture = true } = {}) {
  let made = 0;
  class Track extends EventTarget {
    readonly id = `native ${++made}`;
    readyState = "live";
    readonly kind: string;
    constructor(kind: string) {
      super();
      this.kind = kind;
    }
    get [Symbol.toStringTag]() {
      return "MediaStreamTrack";
    }
    get muted() {
      return false;
    }
    stop() {
      this.readyState = "ended";
    }
  }
  // As a track of a canvas is in Chromium.
  class CanvasTrack extends Track {
    override get [Symbol.toStringTag]() {
      return "CanvasCaptureMediaStreamTrack";
    }
  }
  class Stream extends EventTarget {
    readonly #tracks: Track[] = [];
    get [Symbol.toStringTag]() {
      return "MediaStream";
    }
    get id() {
      return "a native id";
    }
    getTracks() {
      return [...this.#tracks];
    }
    addTrack(track: unknown) {
      if (!(track instanceof Track)) throw new TypeError("not a track of this page");
      this.#tracks.push(track);
    }
    removeTrack(track: Track) {
      this.#tracks.splice(this.#tracks.indexOf(track), 1);
    }
  }
  class TrackEvent extends Event {
    readonly track: unknown;
    constructor(type: string, { track }: { readonly track: unknown }) {
      super(type);
      this.track = track;
    }
  }
  const streamOf = (kind: string) => {
    const stream = new Stream();
    stream.addTrack(kind === "video" ? new CanvasTrack(kind) : new Track(kind));
    return stream;
  };
  const canvas = { getContext: () => null, captureStream: () => streamOf("video") };
  const devices = { getUserMedia: async () => streamOf("video") };
  const host = {
    ...{ MediaStream: native(Stream), MediaStreamTrack: native(Track), MediaStreamTrackEvent: TrackEvent, Event },
    ...{ MediaDevices: Object, navigator: { mediaDevices: devices } },
    document: { createElement: () => (canCapture ? canvas : {}) },
    AudioContext: class {
      createMediaStreamDestination = () => ({ stream: streamOf("audio") });
    },
  };
  return { host: host as Any, Track, Stream, devices, streamOf };
}

describe("install() where the host has media of its own", () => {
  it("leaves the host's classes and devices, and takes its tracks", async () => {
    const { host, Track, devices, streamOf } = page();
    const { MediaStream, MediaStreamTrack } = host;
    const world = createWorld() as Any;
    const uninstall = world.install(host);
    expect([host.MediaStream, host.MediaStreamTrack, host.navigator.mediaDevices]).toEqual([
      ...[MediaStream, MediaStreamTrack, devices],
    ]);
    expect(host.RTCPeerConnection).toBe(world.RTCPeerConnection);
    const pc = new host.RTCPeerConnection();
    const stream = streamOf("video");
    const [track] = stream.getTracks();
    const sender = pc.addTrack(track, stream);
    expect(sender.track).toBe(track);
    const other = new Track("audio");
    const transceiver = pc.addTransceiver(other, { streams: [stream] });
    expect(transceiver.sender.track).toBe(other);
    const another = new Track("audio");
    await transceiver.sender.replaceTrack(another);
    expect(transceiver.sender.track).toBe(another);
    uninstall();
    expect("RTCPeerConnection" in host).toBe(false);
    expect(host.MediaStream).toBe(MediaStream);
  });

  it("remote tracks and streams are the host's: the stream's id, mute and unmute, addtrack, the end", async () => {
    const { host, Track, Stream, streamOf } = page();
    const world = createWorld() as Any;
    world.install(host);
    const [a, b] = [new host.RTCPeerConnection(), new host.RTCPeerConnection()];
    for (const [from, to] of [
      [a, b],
      [b, a],
    ])
      from.onicecandidate = ({ candidate }: Any) => to.addIceCandidate(candidate);
    const sent = new world.MediaStream();
    const streams: Any[] = [];
    const notes: string[] = [];
    b.ontrack = ({ track, streams: [stream], receiver }: Any) => {
      expect([track instanceof Track, stream instanceof Stream, receiver.track === track]).toEqual([true, true, true]);
      expect(stream.getTracks()).toContain(track);
      streams.push(stream);
      notes.push(`${track.kind} ${track.muted ? "muted" : "unmuted"}`);
      for (const type of ["mute", "unmute", "ended"])
        track.addEventListener(type, () => notes.push(`${track.kind} ${type} ${track.muted} ${track.readyState}`));
    };
    const senders = ["audio", "video"].map((kind) => a.addTrack(streamOf(kind).getTracks()[0], sent));
    await a.setLocalDescription();
    await b.setRemoteDescription(a.localDescription);
    await b.setLocalDescription();
    await a.setRemoteDescription(b.localDescription);
    await world.settle();
    expect(new Set(streams).size).toBe(1);
    expect(streams[0].id).toBe(sent.id);
    expect(notes).toEqual(["audio muted", "video muted", "audio unmute false live", "video unmute false live"]);

    streams[0].addEventListener("removetrack", ({ track }: Any) => notes.push(`${track.kind} removed`));
    notes.length = 0;
    a.removeTrack(senders[1]);
    a.getTransceivers()[0].stop();
    await a.setLocalDescription();
    await b.setRemoteDescription(a.localDescription);
    await world.settle();
    // What the stopped sender says first, is BYE.
    expect(notes).toEqual([
      "audio mute true live",
      "audio ended true ended",
      "video mute true live",
      "audio removed",
      "video removed",
    ]);
    expect(streams[0].getTracks()).toEqual([]);
  });

  it("where the host can make no tracks, the remote ones are the fake's", () => {
    const { host } = page({ canCapture: false });
    const world = createWorld() as Any;
    world.install(host);
    const { receiver } = new host.RTCPeerConnection().addTransceiver("video");
    expect(receiver.track).toBeInstanceOf(world.MediaStreamTrack);
  });

  it("once it is uninstalled, those of later connections are the fake's", () => {
    const { host, Track } = page();
    const world = createWorld() as Any;
    const uninstall = world.install(host);
    expect(new host.RTCPeerConnection().addTransceiver("audio").receiver.track).toBeInstanceOf(Track);
    uninstall();
    const { receiver } = new world.RTCPeerConnection().addTransceiver("audio");
    expect(receiver.track).toBeInstanceOf(world.MediaStreamTrack);
  });

  it("classes that are written in JavaScript are replaced", () => {
    const target = { MediaStream: class {}, MediaStreamTrack: class {} };
    const world = createWorld();
    world.install(target);
    expect(target.MediaStream).toBe(world.MediaStream);
  });
});

import type { MediaKind } from "../../sdp/create/capabilities.ts";
import type { RemoteMedia } from "../rtp/media.ts";

/** A MediaStreamTrack of the host's. */
interface HostTrack {
  readonly readyState: "live" | "ended";
  stop(): void;
  dispatchEvent(event: object): boolean;
}

/** A MediaStream of the host's. */
interface HostStream {
  getTracks(): readonly HostTrack[];
  addTrack(track: object): void;
  removeTrack(track: object): void;
  dispatchEvent(event: object): boolean;
}

/** The part of a page that tracks are made with. */
interface MediaHost {
  readonly MediaStream: new () => HostStream;
  readonly MediaStreamTrackEvent: new (type: string, init: { readonly track: object }) => object;
  readonly Event: new (type: string) => object;
  readonly document: { createElement(name: "canvas"): Canvas };
  readonly AudioContext: new () => { createMediaStreamDestination(): { readonly stream: HostStream } };
}

interface Canvas {
  getContext(kind: "2d"): unknown;
  captureStream(): HostStream;
}

// A host has only so many.
const audioContexts = new WeakMap<object, InstanceType<MediaHost["AudioContext"]>>();

const classNames = ["MediaStream", "MediaStreamTrack"] as const;

/** Whether the host has MediaStream and MediaStreamTrack, and not as classes that are written in JavaScript. */
export function hasNativeMedia(host: object): boolean {
  return classNames.every((name) => {
    const value = (host as Readonly<Record<string, unknown>>)[name];
    return typeof value === "function" && Function.prototype.toString.call(value).includes("[native code]");
  });
}

/**
 * Remote tracks and streams that are the host's own, so that its media elements take them: a track is that of an empty
 * canvas, or of a silent destination of Web Audio. Null where the host cannot make them.
 */
export function createHostMedia(host: object): RemoteMedia | null {
  const { MediaStream, MediaStreamTrackEvent, Event, document, AudioContext } = host as MediaHost;
  const make = {
    audio() {
      const context = audioContexts.get(host) ?? new AudioContext();
      audioContexts.set(host, context);
      return context.createMediaStreamDestination().stream.getTracks()[0];
    },
    video() {
      const canvas = document.createElement("canvas");
      canvas.getContext("2d");
      return canvas.captureStream().getTracks()[0];
    },
  } satisfies Record<MediaKind, () => HostTrack | undefined>;
  if (!canMake(make.audio) || !canMake(make.video)) return null;

  const muted = new WeakMap<object, boolean>();
  return {
    createTrack(kind) {
      const track = make[kind]() as HostTrack;
      muted.set(track, true);
      return Object.defineProperty(track, "muted", { get: () => muted.get(track), configurable: true });
    },
    setMuted(object, isMuted) {
      const track = object as HostTrack;
      if (muted.get(track) === isMuted || track.readyState === "ended") return;
      muted.set(track, isMuted);
      track.dispatchEvent(new Event(isMuted ? "mute" : "unmute"));
    },
    endTrack(object) {
      const track = object as HostTrack;
      if (track.readyState === "ended") return;
      track.stop();
      track.dispatchEvent(new Event("ended"));
    },
    createStream: (id) => Object.defineProperty(new MediaStream(), "id", { value: id, configurable: true }),
    addTrack(object, track) {
      const stream = object as HostStream;
      if (stream.getTracks().includes(track as HostTrack)) return;
      stream.addTrack(track);
      stream.dispatchEvent(new MediaStreamTrackEvent("addtrack", { track }));
    },
    removeTrack(object, track) {
      const stream = object as HostStream;
      if (!stream.getTracks().includes(track as HostTrack)) return;
      stream.removeTrack(track);
      stream.dispatchEvent(new MediaStreamTrackEvent("removetrack", { track }));
    },
  };
}

function canMake(make: () => HostTrack | undefined): boolean {
  try {
    const track = make();
    track?.stop();
    return track !== undefined;
  } catch {
    return false;
  }
}

import type { JSDOM } from "jsdom";
import type { Implementation } from "../implementations/implementation.ts";

type Kind = "audio" | "video";
type Streams = new (tracks: readonly unknown[]) => unknown;

/** What a page without devices has of media. */
export interface Media {
  readonly globals: Readonly<Record<string, unknown>>;
  readonly mediaDevices: object;
}

/**
 * The sources that the tests take tracks from: getUserMedia, a canvas and Web Audio. Each gives the implementation's tracks,
 * which carry no media. Where the implementation can make no track, getUserMedia rejects and the other sources are missing.
 */
export function mediaOf(window: JSDOM["window"], implementation: Implementation): Media {
  const { createTrack, getUserMedia } = implementation;
  const MediaStream = implementation.globals.MediaStream as Streams | undefined;
  const mediaDevices = Object.assign(new EventTarget(), {
    getUserMedia: getUserMedia ?? ((constraints: Partial<Record<Kind, unknown>>) => captured(constraints)),
    enumerateDevices: async () => [],
  });
  if (createTrack === undefined || MediaStream === undefined) return { globals: {}, mediaDevices };
  const streamOf = (kind: Kind) => new MediaStream([createTrack(kind)]);

  class MediaStreamAudioDestinationNode {
    readonly stream = streamOf("audio");
  }
  class AudioContext {
    createOscillator() {
      return { connect: <Node>(node: Node): Node => node, start() {}, stop() {} };
    }
    createMediaStreamDestination() {
      return new MediaStreamAudioDestinationNode();
    }
    async close() {}
  }
  Object.assign(window.HTMLCanvasElement.prototype, {
    getContext: () => ({ fillRect() {}, drawImage() {} }),
    captureStream: () => streamOf("video"),
  });
  return { globals: { AudioContext, MediaStreamAudioDestinationNode }, mediaDevices };

  async function captured(constraints: Partial<Record<Kind, unknown>> = {}): Promise<unknown> {
    if (createTrack === undefined || MediaStream === undefined)
      throw new DOMException("the implementation makes no tracks", "NotFoundError");
    const kinds = (["audio", "video"] as const).filter((kind) => constraints[kind]);
    if (kinds.length === 0) throw new TypeError("getUserMedia wants audio or video");
    return new MediaStream(kinds.map((kind) => createTrack(kind)));
  }
}

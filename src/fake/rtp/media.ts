import type { MediaKind } from "../../sdp/create/capabilities.ts";
import { unusableValue } from "../error/refusal.ts";
import type { Convert } from "../web-idl/convert.ts";

/** What the peer connection needs of the world's remote tracks and streams. */
export interface RemoteMedia {
  /** A live track that is muted. */
  createTrack(kind: MediaKind): object;
  /** Sets whether it is muted, and fires the event. */
  setMuted(track: object, muted: boolean): void;
  /** The track ends for another reason than its stop(). */
  endTrack(track: object): void;
  createStream(id: string): object;
  /** Adds the track to the stream, and fires `addtrack`. */
  addTrack(stream: object, track: object): void;
  /** Removes the track from the stream, and fires `removetrack`. */
  removeTrack(stream: object, track: object): void;
}

/** The attributes of a MediaStreamTrack that are read. */
export interface SentTrack {
  readonly id: string;
  readonly kind: MediaKind;
  /** That of a host may lack it. */
  getSettings?(): { readonly width?: number; readonly height?: number };
}

/** MediaStreamTrack: the world's or the host's. */
export const mediaStreamTrack: Convert<SentTrack> = (value, what) => {
  if (!isOfClass(value, "MediaStreamTrack")) throw unusableValue(`${what} must be a MediaStreamTrack`);
  return value as SentTrack;
};

/** MediaStream: the world's or the host's. */
export const mediaStream: Convert<{ readonly id: string }> = (value, what) => {
  if (!isOfClass(value, "MediaStream")) throw unusableValue(`${what} must be a MediaStream`);
  return value as { readonly id: string };
};

/** Whether it is an object of a class with that name, or of one that inherits from it, wherever the class comes from. */
export function isOfClass(value: unknown, name: string): value is object {
  if (typeof value !== "object") return false;
  for (let object = value; object !== null; object = Object.getPrototypeOf(object))
    if (Object.prototype.toString.call(object) === `[object ${name}]`) return true;
  return false;
}

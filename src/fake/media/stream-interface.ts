import { unusableValue } from "../error/refusal.ts";
import { type Convert, domString, isObjectType, sequenceOf } from "../web-idl/convert.ts";
import { constructedWith, defineInterface, heldBy, interfaceType } from "../web-idl/interface.ts";
import { method, optional, readonly, required } from "../web-idl/members.ts";
import { type HeldTrack, type MediaContext, mediaContexts } from "./track.ts";
import { cloneTrack, trackInterface } from "./track-interface.ts";

/** What a MediaStream holds. @see https://w3c.github.io/mediacapture-main/#mediastream */
export interface HeldStream {
  readonly context: MediaContext;
  readonly id: string;
  /** The track set. */
  readonly tracks: Set<object>;
}

const track = /* @__PURE__ */ interfaceType(trackInterface);

/** The argument of the constructor: a stream, or a sequence of tracks. */
const streamOrTracks: Convert<readonly object[]> = (value, what) => {
  if (value === undefined) return [];
  const stream = heldBy(streamInterface, value);
  if (stream !== null) return [...stream.tracks];
  if (!isObjectType(value)) throw unusableValue(`${what} must be a MediaStream or a sequence of MediaStreamTracks`);
  return sequenceOf(track)(value, what);
};

/** @see https://w3c.github.io/mediacapture-main/#mediastream */
export const streamInterface = /* @__PURE__ */ defineInterface<HeldStream>("MediaStream", {
  inherits: "EventTarget",
  construction: constructedWith([optional(streamOrTracks)], ({ realm }, tracks) =>
    heldStream(mediaContexts.get(realm) as MediaContext, tracks),
  ),
  members: {
    id: readonly(({ id }: HeldStream) => id),
    active: readonly(({ tracks }: HeldStream) => [...tracks].some((one) => heldTrack(one).readyState === "live")),
    getAudioTracks: method([], ({ tracks }: HeldStream) =>
      [...tracks].filter((one) => heldTrack(one).kind === "audio"),
    ),
    getVideoTracks: method([], ({ tracks }: HeldStream) =>
      [...tracks].filter((one) => heldTrack(one).kind === "video"),
    ),
    getTracks: method([], ({ tracks }: HeldStream) => [...tracks]),
    getTrackById: method(
      [required(domString)],
      ({ tracks }: HeldStream, id) => [...tracks].find((one) => heldTrack(one).id === id) ?? null,
    ),
    addTrack: method([required(track)], ({ tracks }: HeldStream, added) => {
      tracks.add(added);
    }),
    removeTrack: method([required(track)], ({ tracks }: HeldStream, removed) => {
      tracks.delete(removed);
    }),
    clone: method([], ({ context, tracks }: HeldStream) =>
      createStream(
        context,
        [...tracks].map((one) => cloneTrack(heldTrack(one))),
      ),
    ),
  },
  events: ["addtrack", "removetrack"],
});

/** Makes a stream; its id is new unless it is passed. */
export function createStream(context: MediaContext, tracks: readonly object[], id?: string): object {
  return context.realm.create(streamInterface, heldStream(context, tracks, id));
}

function heldStream(context: MediaContext, tracks: readonly object[], id = context.random.uuid()): HeldStream {
  return { context, id, tracks: new Set(tracks) };
}

function heldTrack(object: object): HeldTrack {
  return heldBy(trackInterface, object) as HeldTrack;
}

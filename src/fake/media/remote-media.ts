import type { MediaKind } from "../../sdp/create/capabilities.ts";
import { fireAt, fireEventAt } from "../events/fire.ts";
import type { RemoteMedia } from "../rtp/media.ts";
import { heldBy } from "../web-idl/interface.ts";
import { createStream, type HeldStream, streamInterface } from "./stream-interface.ts";
import type { HeldTrack, MediaContext } from "./track.ts";
import { streamTrackEventInterface } from "./track-event.ts";
import { createTrack, trackInterface } from "./track-interface.ts";

/** The remote tracks and streams of the peer connections of a world. */
export function createRemoteMedia(context: MediaContext): RemoteMedia {
  const { realm } = context;
  return {
    createTrack: (kind) => createTrack(context, remoteTrack(kind)).object,
    setMuted(track, muted) {
      const held = heldTrackOf(track);
      if (held.muted === muted || held.readyState === "ended") return;
      held.muted = muted;
      fireAt(realm, track, muted ? "mute" : "unmute");
    },
    endTrack(track) {
      const held = heldTrackOf(track);
      if (held.readyState === "ended") return;
      held.readyState = "ended";
      fireAt(realm, track, "ended");
    },
    createStream: (id) => createStream(context, [], id),
    addTrack(stream, track) {
      const { tracks } = heldBy(streamInterface, stream) as HeldStream;
      if (tracks.has(track)) return;
      tracks.add(track);
      fireEventAt(realm, stream, streamTrackEventInterface, "addtrack", { track });
    },
    removeTrack(stream, track) {
      const { tracks } = heldBy(streamInterface, stream) as HeldStream;
      if (tracks.delete(track)) fireEventAt(realm, stream, streamTrackEventInterface, "removetrack", { track });
    },
  };
}

function remoteTrack(kind: MediaKind): Omit<HeldTrack, "context" | "object" | "id"> {
  return {
    kind,
    source: { label: `remote ${kind}`, capabilities: {} },
    enabled: true,
    muted: true,
    readyState: "live",
    contentHint: "",
    constraints: {},
    settings: {},
  };
}

function heldTrackOf(track: object): HeldTrack {
  return heldBy(trackInterface, track) as HeldTrack;
}

import { success } from "../../result.ts";
import { directionFrom, receives } from "../../sdp/description/direction.ts";
import { type Draft, isClosed, putTransceiver } from "../draft.ts";
import type { Track } from "../input.ts";
import { markModified } from "../modified.ts";
import { updateNegotiationNeededFlag } from "../negotiation-needed/update-negotiation-needed.ts";
import { refuseCall, refuseOnClosed, returnFrom, throwFrom } from "../rejection/call-rejection.ts";
import { at } from "../structure/list.ts";
import { createTransceiver, eachOnce } from "../transceivers/create-transceiver.ts";
import { firstReusable, hasTrack, reusableNotBefore } from "../transceivers/senders.ts";
import type { Transceiver } from "../transceivers/transceiver.ts";
import { type ReadCall, toStreamIds, toTrack } from "./arguments/arguments.ts";

/** addTrack(), which returns the transceiver whose sender has the track. @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnection-addtrack */
export const addTrack: ReadCall = (input) => {
  const track = toTrack(input.track);
  const streams = toStreamIds(input.streams);
  if (!track.ok) return track;
  if (!streams.ok) return streams;
  return success((draft, call) => {
    if (isClosed(draft)) return throwFrom(draft, call, refuseOnClosed(draft, "addTrack"));
    if (hasTrack(draft, track.value.id)) {
      const rejection = refuseCall(
        draft,
        "addTrack",
        "track-already-sent",
        "a sender already has this track",
        "Use that sender, or addTransceiver() to send the track twice.",
      );
      return throwFrom(draft, call, rejection);
    }
    const found = reusable(draft, track.value);
    const id =
      found === undefined
        ? addTransceiverFor(draft, track.value, streams.value)
        : reuse(draft, found, track.value, streams.value);
    noteAddedTrack(draft);
    markModified(draft);
    updateNegotiationNeededFlag(draft);
    returnFrom(draft, call, id);
  });
};

/** The first transceiver whose sender may take a track of that kind. */
function reusable(draft: Draft, { kind }: Track): Transceiver | undefined {
  const place = firstReusable(draft, kind);
  draft.senders = reusableNotBefore(draft.senders, kind, place);
  return at(draft.transceivers, place);
}

function reuse(draft: Draft, transceiver: Transceiver, track: Track, streams: readonly string[]): number {
  const sender = { ...transceiver.sender, track: track.id, associatedMediaStreamIds: eachOnce(streams) };
  putTransceiver(draft, {
    ...transceiver,
    sender: Object.freeze(sender),
    direction: directionFrom(true, receives(transceiver.direction)),
    trackAttached: true,
  });
  return transceiver.id;
}

function addTransceiverFor(draft: Draft, track: Track, streams: readonly string[]): number {
  const origin = { createdByAddTrack: true, trackAttached: true };
  return createTransceiver(draft, track.kind, track.id, streams, [], "sendrecv", origin).id;
}

// A remote offer that is being applied is applied again, so that the track finds its m= section.
function noteAddedTrack(draft: Draft): void {
  const { progress } = draft;
  if (progress?.phase === "applying" && !progress.trackAdded) {
    draft.progress = Object.freeze({ ...progress, trackAdded: true });
  }
}

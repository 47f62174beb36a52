import { type Result, success } from "../../result.ts";
import { transceiverWithId } from "../draft.ts";
import type { Track } from "../input.ts";
import { chain } from "../operations/chain.ts";
import { refuseCall, rejectCall } from "../rejection/call-rejection.ts";
import { type ReadCall, toTrack, toTransceiverId } from "./arguments/arguments.ts";

/** replaceTrack(). @see https://w3c.github.io/webrtc-pc/#dom-rtcrtpsender-replacetrack */
export const replaceTrack: ReadCall = (input) => {
  const id = toTransceiverId(input.transceiver);
  const track: Result<Track | null> = input.track === null ? success(null) : toTrack(input.track);
  if (!id.ok) return id;
  if (!track.ok) return track;
  return success((draft, call) => {
    if (id.value >= draft.next.transceiver) {
      const remedy = "Pass the id that addTransceiver(), addTrack() or a track effect gave.";
      const reason = "the connection has no such sender";
      return rejectCall(draft, call, refuseCall(draft, "replaceTrack", "arguments-unusable", reason, remedy));
    }
    const transceiver = transceiverWithId(draft, id.value);
    if (track.value !== null && transceiver !== undefined && track.value.kind !== transceiver.kind) {
      const remedy = `Pass a track of kind ${transceiver.kind}.`;
      const reason = `the track is of kind ${track.value.kind}`;
      return rejectCall(draft, call, refuseCall(draft, "replaceTrack", "track-of-another-kind", reason, remedy));
    }
    chain(draft, call, { kind: "replaceTrack", transceiver: id.value, track: track.value?.id ?? null });
  });
};

import { receives } from "../../sdp/description/direction.ts";
import { changeTransceivers, type Draft } from "../draft.ts";
import { stopTransceiver } from "../transceivers/stop-the-transceiver.ts";
import type { Sender, Transceiver } from "../transceivers/transceiver.ts";
import type { Consequences } from "./consequences.ts";
import {
  processAddition,
  processRemoteTracks,
  processRemoval,
  setAssociatedRemoteStreams,
} from "./process-remote-tracks.ts";

/**
 * Rolls back: the transceivers become again what they were in the last stable state, and those that a remote offer has
 * created leave the set, unless addTrack() has attached a track.
 *
 * @see https://w3c.github.io/webrtc-pc/#set-description
 * @see https://www.rfc-editor.org/rfc/rfc9429.html#section-5.7
 */
export function rollBack(draft: Draft, consequences: Consequences) {
  const { revision } = draft.options;
  const offerIsRemote = draft.session.pendingRemoteDescription?.type === "offer";
  draft.sctpTransport = draft.lastStableStateSctpTransport;
  changeTransceivers(draft, (transceiver) => {
    const leaves = transceiver.createdSinceStable && !transceiver.trackAttached;
    const restored = restoreStable(transceiver);
    const processed = revision.rollbackProcessesRemoteTracks
      ? processAgain(restored, offerIsRemote, consequences)
      : processAsBefore2418(restored, leaves, consequences);
    if (leaves) {
      stopTransceiver(draft, processed);
      return null;
    }
    if (!revision.rollbackRestoresReceptive || processed.stopped) return processed;
    return { ...processed, receptive: receives(processed.currentDirection) };
  });
}

function restoreStable(transceiver: Transceiver): Transceiver {
  const { sender, receiver, associatedInStable, createdSinceStable } = transceiver;
  return {
    ...transceiver,
    mid: associatedInStable ? transceiver.mid : null,
    // What a remote offer created, and addTrack() then took, stays as if addTrack() had created it.
    createdByAddTrack: transceiver.createdByAddTrack || createdSinceStable,
    createdSinceStable: false,
    sender: restoreSender(sender),
    receiver: Object.freeze({ ...receiver, transport: receiver.lastStableStateTransport }),
  };
}

function restoreSender(sender: Sender): Sender {
  const { lastStableStateTransport: transport, lastStableRidlessSendEncodings: ridless, sendEncodings } = sender;
  const isPromoted = ridless !== null && sendEncodings.some(({ rid }) => rid !== null);
  return Object.freeze({ ...sender, transport, sendEncodings: isPromoted ? ridless : sendEncodings });
}

// Today's text: only a remote offer has processed remote tracks, and they are processed once more.
function processAgain(transceiver: Transceiver, offerIsRemote: boolean, consequences: Consequences): Transceiver {
  if (!offerIsRemote) return transceiver;
  const { currentDirection, receiver } = transceiver;
  const msids = receiver.lastStableStateAssociatedRemoteMediaStreams;
  return processRemoteTracks(transceiver, currentDirection, msids, consequences);
}

// The text before #2418: every rollback, with steps of its own.
function processAsBefore2418(transceiver: Transceiver, leaves: boolean, consequences: Consequences): Transceiver {
  const { currentDirection, firedDirection } = transceiver;
  const msids = transceiver.receiver.lastStableStateAssociatedRemoteMediaStreams;
  const { streams, added } = setAssociatedRemoteStreams(transceiver, msids, consequences);
  const receiver = Object.freeze({ ...transceiver.receiver, associatedRemoteMediaStreams: streams });
  const removes = receives(firedDirection) && !receives(currentDirection);
  if (leaves) {
    if (receives(firedDirection)) processRemoval(transceiver, consequences);
    return { ...transceiver, receiver, firedDirection: "inactive" };
  }
  const adds = (firedDirection !== null && !receives(firedDirection) && receives(currentDirection)) || added;
  if (adds) processAddition(transceiver, streams, consequences);
  if (removes) processRemoval(transceiver, consequences);
  const receptive = removes ? false : adds ? true : transceiver.receptive;
  return { ...transceiver, receiver, receptive, firedDirection: currentDirection };
}

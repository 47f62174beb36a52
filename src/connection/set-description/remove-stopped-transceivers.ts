import { changeTransceivers, type Draft } from "../draft.ts";
import { noMediaDescriptions, sectionWithMid } from "../media-description/media-description.ts";
import type { Transceiver } from "../transceivers/transceiver.ts";

/**
 * Completes an exchange for the set of transceivers: those that are stopped, and whose m= section is rejected, leave it;
 * the others are what a later rollback comes back to.
 *
 * @see https://w3c.github.io/webrtc-pc/#set-description
 */
export function removeStoppedTransceivers(draft: Draft) {
  const { currentLocalDescription, currentRemoteDescription } = draft.mediaDescriptions;
  const isRejected = (mid: string): boolean =>
    [currentLocalDescription, currentRemoteDescription].some(
      (description) => sectionWithMid(description ?? noMediaDescriptions, mid)?.rejected ?? false,
    );
  changeTransceivers(draft, (transceiver) => {
    const { mid, stopped, stopping } = transceiver;
    if (stopped && mid !== null && isRejected(mid)) return null;
    if (stopping && mid === null && draft.options.revision.removesNeverAssociated) return null;
    return inStable(transceiver);
  });
}

function inStable(transceiver: Transceiver): Transceiver {
  const associatedInStable = transceiver.mid !== null;
  if (transceiver.associatedInStable === associatedInStable && !transceiver.createdSinceStable) return transceiver;
  return { ...transceiver, associatedInStable, createdSinceStable: false };
}

import type { MediaKind } from "../../sdp/create/capabilities.ts";
import type { Direction } from "../../sdp/description/direction.ts";
import { type Draft, isClosed, putTransceiver } from "../draft.ts";
import { markModified } from "../modified.ts";
import { listedItems } from "../structure/list.ts";
import { createTransceiver } from "../transceivers/create-transceiver.ts";

/** offerToReceiveAudio and offerToReceiveVideo, by their kinds; undefined where they are missing. */
export type OfferToReceive = Readonly<Record<MediaKind, boolean | undefined>>;

/**
 * What the legacy options of createOffer() do to the transceivers before the offer is created. The negotiation-needed flag
 * is not updated.
 *
 * @see https://w3c.github.io/webrtc-pc/#legacy-configuration-extensions
 */
export function offerToReceive(draft: Draft, options: OfferToReceive): void {
  if (isClosed(draft)) return;
  for (const kind of ["audio", "video"] as const) {
    if (options[kind] === false) stopReceiving(draft, kind);
    else if (options[kind] && !receivesSome(draft, kind)) {
      createTransceiver(draft, kind, null, [], [], "recvonly", {});
      markModified(draft);
    }
  }
}

const withoutReceiving: Partial<Record<Direction, Direction>> = { sendrecv: "sendonly", recvonly: "inactive" };

function stopReceiving(draft: Draft, kind: MediaKind): void {
  for (const transceiver of listedItems(draft.transceivers)) {
    const direction = withoutReceiving[transceiver.direction];
    if (transceiver.kind !== kind || transceiver.stopped || direction === undefined) continue;
    putTransceiver(draft, { ...transceiver, direction });
    markModified(draft);
  }
}

function receivesSome({ transceivers }: Draft, kind: MediaKind): boolean {
  return listedItems(transceivers).some(
    (transceiver) => transceiver.kind === kind && !transceiver.stopped && transceiver.direction in withoutReceiving,
  );
}

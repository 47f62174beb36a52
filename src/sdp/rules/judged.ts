import {
  type Description,
  type DescriptionSlots,
  type DescriptionType,
  otherSide,
} from "../../signaling/description.ts";
import type { Side } from "../../signaling/transition-table.ts";
import type { Sdp } from "../description/description.ts";
import type { Exchange } from "../description/negotiation.ts";

/** Must RTCP be multiplexed, or may it be negotiated? */
export type RtcpMuxPolicy = "require" | "negotiate";

/** A description that is being judged, with everything it is judged against. */
export interface Judged {
  readonly sdp: Sdp;
  /** Null judges only what holds for every type. */
  readonly type: DescriptionType | null;
  /** Null judges only what holds on both sides. */
  readonly side: Side | null;
  readonly rtcpMuxPolicy: RtcpMuxPolicy;
  /** The offer that it answers. */
  readonly offer: Sdp | null;
  /** The last final exchange. */
  readonly negotiated: Exchange | null;
  /** The same offer with a provisional answer that this one replaces. */
  readonly provisional: Exchange | null;
  /** The remote offer that this remote offer replaces. */
  readonly replaced: Sdp | null;
}

/** The SDP of a slot's description; null where it cannot be read, which silences what depends on it. */
export type ReadSlot = (description: Description) => Sdp | null;

/** What a description of that type is judged against, out of the slots. */
export function against(
  slots: DescriptionSlots,
  type: DescriptionType | null,
  side: Side | null,
  read: ReadSlot,
): Pick<Judged, "offer" | "negotiated" | "provisional" | "replaced"> {
  const negotiated = type === null ? null : lastExchange(slots, read);
  if (type === null || type === "offer") {
    const replaced = type === "offer" && side === "remote" ? offerIn(slots.pendingRemoteDescription, read) : null;
    return { offer: null, negotiated, provisional: null, replaced };
  }
  const offeredBy = side === null ? null : otherSide(side);
  const offer = offeredBy === null ? anyOffer(slots, read) : offerIn(pendingOf(slots, offeredBy), read);
  const provisional = offer === null || offeredBy === null ? null : provisionalOf(slots, offer, offeredBy, read);
  return { offer, negotiated, provisional, replaced: null };
}

function lastExchange(slots: DescriptionSlots, read: ReadSlot): Exchange | null {
  const { currentLocalDescription: local, currentRemoteDescription: remote } = slots;
  if (local === null || remote === null || (local.type === "offer") === (remote.type === "offer")) return null;
  return local.type === "offer"
    ? exchange(read(local), read(remote), "local")
    : exchange(read(remote), read(local), "remote");
}

function provisionalOf(slots: DescriptionSlots, offer: Sdp, offeredBy: Side, read: ReadSlot): Exchange | null {
  const pending = pendingOf(slots, otherSide(offeredBy));
  return pending?.type === "pranswer" ? exchange(offer, read(pending), offeredBy) : null;
}

function exchange(offer: Sdp | null, answer: Sdp | null, offeredBy: Side): Exchange | null {
  return offer === null || answer === null ? null : { offer, answer, offeredBy };
}

function anyOffer(slots: DescriptionSlots, read: ReadSlot): Sdp | null {
  return offerIn(slots.pendingLocalDescription, read) ?? offerIn(slots.pendingRemoteDescription, read);
}

function offerIn(slot: Description | null, read: ReadSlot): Sdp | null {
  return slot?.type === "offer" ? read(slot) : null;
}

function pendingOf(slots: DescriptionSlots, side: Side): Description | null {
  return side === "local" ? slots.pendingLocalDescription : slots.pendingRemoteDescription;
}

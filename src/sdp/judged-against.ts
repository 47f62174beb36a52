import { type Description, type DescriptionSlots, otherSide } from "../signaling/description.ts";
import type { Side } from "../signaling/transition-table.ts";
import type { Sdp } from "./description/description.ts";
import type { Exchange } from "./description/negotiation.ts";
import { readSdp } from "./description/read-sdp.ts";
import type { JudgedDescription } from "./rules/judged-description.ts";
import type { ReadingOptions } from "./text/reader.ts";

type ReadSlot = (slot: Description | null) => Sdp | null;

/**
 * A description with what it is judged against, out of the slots. A slot holds text alone, and those that a description
 * of that type and side is judged against are read anew each time, once each.
 */
export function judgedAgainst(
  slots: DescriptionSlots,
  description: Pick<JudgedDescription, "sdp" | "type" | "side" | "rtcpMuxPolicy">,
  options: ReadingOptions,
): JudgedDescription {
  const { type, side } = description;
  const isAnswer = type === "answer" || type === "pranswer";
  // The bound is on what is judged: what the session holds was let in.
  const read = slotReader({ ...options, maxSdpLength: Number.POSITIVE_INFINITY, listener: null });
  const offer = isAnswer ? answeredOffer(slots, side, read) : null;
  return {
    ...description,
    offer,
    negotiated: type === null ? null : lastExchange(slots, read),
    provisional: offer !== null && side !== null ? replacedExchange(slots, side, offer, read) : null,
    replaced: type === "offer" && side === "remote" ? read(offerIn(slots.pendingRemoteDescription)) : null,
  };
}

/** The SDP of a slot; null where it is empty or cannot be read, because the session judged no SDP or tolerated more. */
function slotReader(options: ReadingOptions): ReadSlot {
  return (slot) => {
    const read = readSdp(slot?.sdp, options);
    return read.ok ? read.value : null;
  };
}

function answeredOffer(slots: DescriptionSlots, side: Side | null, read: ReadSlot): Sdp | null {
  const { pendingLocalDescription: local, pendingRemoteDescription: remote } = slots;
  if (side !== null) return read(offerIn(side === "local" ? remote : local));
  return read(offerIn(local)) ?? read(offerIn(remote));
}

function lastExchange(slots: DescriptionSlots, read: ReadSlot): Exchange | null {
  const { currentLocalDescription: local, currentRemoteDescription: remote } = slots;
  const byLocal = local?.type === "offer";
  if (byLocal === (remote?.type === "offer")) return null;
  return byLocal ? exchangeOf(read(local), read(remote), "local") : exchangeOf(read(remote), read(local), "remote");
}

function replacedExchange(slots: DescriptionSlots, side: Side, offer: Sdp | null, read: ReadSlot): Exchange | null {
  const pending = side === "local" ? slots.pendingLocalDescription : slots.pendingRemoteDescription;
  return pending?.type === "pranswer" ? exchangeOf(offer, read(pending), otherSide(side)) : null;
}

function exchangeOf(offer: Sdp | null, answer: Sdp | null, offeredBy: Side): Exchange | null {
  return offer === null || answer === null ? null : { offer, answer, offeredBy };
}

function offerIn(slot: Description | null): Description | null {
  return slot?.type === "offer" ? slot : null;
}

import { type DescriptionSlots, otherSide } from "../signaling/description.ts";
import type { Side } from "../signaling/transition-table.ts";
import { exchangeOf, lastExchange, ofType, type ReadSlot, slotReader } from "./description/described-slots.ts";
import type { Sdp } from "./description/description.ts";
import type { Exchange } from "./description/negotiation.ts";
import type { JudgedDescription } from "./rules/judged-description.ts";
import type { ReadingOptions } from "./text/reader.ts";

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
    replaced: type === "offer" && side === "remote" ? read(ofType("offer", slots.pendingRemoteDescription)) : null,
  };
}

function answeredOffer(slots: DescriptionSlots, side: Side | null, read: ReadSlot): Sdp | null {
  const { pendingLocalDescription: local, pendingRemoteDescription: remote } = slots;
  if (side !== null) return read(ofType("offer", side === "local" ? remote : local));
  return read(ofType("offer", local)) ?? read(ofType("offer", remote));
}

function replacedExchange(slots: DescriptionSlots, side: Side, offer: Sdp | null, read: ReadSlot): Exchange | null {
  const pending = side === "local" ? slots.pendingLocalDescription : slots.pendingRemoteDescription;
  return pending?.type === "pranswer" ? exchangeOf(offer, read(pending), otherSide(side)) : null;
}

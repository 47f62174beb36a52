import type { Description, DescriptionSlots } from "../../signaling/description.ts";
import type { ReadingOptions } from "../text/reader.ts";
import type { Sdp } from "./description.ts";
import type { Exchange } from "./negotiation.ts";
import { readSdp } from "./read-sdp.ts";

/** Reads what a slot holds; null where that is nothing, or cannot be read. */
export type ReadSlot = (slot: Description | null) => Sdp | null;

/** A reader of slots. What cannot be read was set by a session that judged no SDP, or tolerated more. */
export function slotReader(options: ReadingOptions): ReadSlot {
  return (slot) => {
    const read = readSdp(slot?.sdp, options);
    return read.ok ? read.value : null;
  };
}

/** The last offer with its final answer. */
export function lastExchange(slots: DescriptionSlots, read: ReadSlot): Exchange | null {
  const { currentLocalDescription: local, currentRemoteDescription: remote } = slots;
  const byLocal = local?.type === "offer";
  if (byLocal === (remote?.type === "offer")) return null;
  return byLocal ? exchangeOf(read(local), read(remote), "local") : exchangeOf(read(remote), read(local), "remote");
}

export function exchangeOf(offer: Sdp | null, answer: Sdp | null, offeredBy: Exchange["offeredBy"]): Exchange | null {
  return offer === null || answer === null ? null : { offer, answer, offeredBy };
}

/** A description, if it is of that type. */
export function ofType(type: Description["type"], slot: Description | null): Description | null {
  return slot?.type === type ? slot : null;
}

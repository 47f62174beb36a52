import type { Description, DescriptionSlots } from "../signaling/description.ts";
import type { Sdp } from "./description/description.ts";
import { against, type Judged } from "./rules/judged.ts";
import { readSdp } from "./text/read-lines.ts";
import { isFault } from "./text/reader.ts";

interface Memory {
  readonly text: string;
  readonly leniency: string;
  readonly sdp: Sdp | null;
}

/**
 * What was read already, by the description object that holds the text. An entry counts only for the same text
 * read the same way: to miss one costs time and changes no verdict.
 */
const memories = new WeakMap<object, Memory>();

const lenientRules = ["S4", "S5", "S6"];

/** Keeps what a description's text was read as. */
export function remember(description: Description, tolerate: ReadonlySet<string>, sdp: Sdp | null): void {
  memories.set(description, { text: description.sdp, leniency: leniencyOf(tolerate), sdp });
}

/** A description that was read, with everything that it is judged against. */
export function judgedIn(
  slots: DescriptionSlots,
  said: Pick<Judged, "sdp" | "type" | "side" | "rtcpMuxPolicy">,
  tolerate: ReadonlySet<string>,
  maxSdpLength: number,
): Judged {
  return { ...said, ...against(slots, said.type, said.side, (slot) => readSlot(slot, tolerate, maxSdpLength)) };
}

/** The SDP of a slot; null where it cannot be read, because the session judged no SDP or was restored. */
export function readSlot(description: Description, tolerate: ReadonlySet<string>, maxSdpLength: number): Sdp | null {
  const memory = memories.get(description);
  if (memory?.text === description.sdp && memory.leniency === leniencyOf(tolerate)) return memory.sdp;
  if (description.sdp.length > maxSdpLength) return null;
  const read = readSdp(description.sdp, { tolerate, warn: null });
  const sdp = isFault(read) ? null : read;
  remember(description, tolerate, sdp);
  return sdp;
}

function leniencyOf(tolerate: ReadonlySet<string>): string {
  return tolerate.size === 0 ? "" : lenientRules.filter((id) => tolerate.has(id)).join();
}

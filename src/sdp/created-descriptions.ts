import type { Description, DescriptionSlots } from "../signaling/description.ts";
import type { Sdp } from "./description/description.ts";
import type { Exchange } from "./description/negotiation.ts";
import { readSdp } from "./description/read-sdp.ts";
import { judgedAgainst } from "./judged-against.ts";
import { type JudgeOptions, readingOptions } from "./options.ts";
import type { JudgedDescription } from "./rules/judged-description.ts";

/** The descriptions that were created here, each with what it was created for. */
const createdFor = /* @__PURE__ */ new WeakMap<Sdp, JudgedDescription>();

/**
 * Notes that a description was made by `create/`, of these slots, and was not changed: both sides accept it without being
 * judged, as the property tests of what is created hold. It counts as long as its reading is remembered, and only where
 * everything that it continues or answers was made so too: of other descriptions the rules have to be asked.
 */
export function noteCreatedDescription(description: Description, slots: DescriptionSlots, options: JudgeOptions): void {
  const reading = readingOptions(options);
  const read = readSdp(description.sdp, reading);
  if (!read.ok) return;
  const { type } = description;
  const { rtcpMuxPolicy } = options;
  const judged = judgedAgainst(slots, { sdp: read.value, type, side: "local", rtcpMuxPolicy }, reading);
  const { offer, negotiated } = judged;
  const before = [offer, negotiated?.offer ?? null, negotiated?.answer ?? null];
  if (before.every((sdp) => sdp === null || createdFor.has(sdp))) createdFor.set(read.value, judged);
}

/** Whether a description was created for what it is judged against. */
export function isCreatedFor(judged: JudgedDescription): boolean {
  const { sdp, type, side, offer, negotiated, provisional, replaced, rtcpMuxPolicy } = judged;
  const found = createdFor.get(sdp);
  return (
    found !== undefined &&
    found.type === type &&
    found.offer === offer &&
    found.rtcpMuxPolicy === rtcpMuxPolicy &&
    provisional === null &&
    replaced === null &&
    isSameExchange(found.negotiated, negotiated, side === "remote")
  );
}

/** The other side sees the same exchange as offered by the other side. */
function isSameExchange(a: Exchange | null, b: Exchange | null, isMirrored: boolean): boolean {
  if (a === null || b === null) return a === b;
  return a.offer === b.offer && a.answer === b.answer && (a.offeredBy === b.offeredBy) !== isMirrored;
}

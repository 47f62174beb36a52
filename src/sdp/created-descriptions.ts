import type { Description, DescriptionSlots } from "../signaling/description.ts";
import type { DescriptionToWrite } from "./create/write-sdp.ts";
import { writtenLines } from "./create/written-lines.ts";
import { describe } from "./description/describe.ts";
import type { Sdp, Section } from "./description/description.ts";
import type { Exchange } from "./description/negotiation.ts";
import { noteReading } from "./description/readings.ts";
import { judgedAgainst } from "./judged-against.ts";
import { type JudgeOptions, readingOptions } from "./options.ts";
import type { JudgedDescription } from "./rules/judged-description.ts";
import { all } from "./text/level.ts";

/** The descriptions that were created here, each with what it was created for. */
const createdFor = /* @__PURE__ */ new WeakMap<Sdp, JudgedDescription>();

/**
 * Notes that a description was made by `create/`, of these slots, and was not changed. Neither its text has to be read nor
 * its content to be judged, on either side, as long as the reading is remembered: the property tests of what is created
 * hold what comes of it. The note counts only where everything that the description continues or answers was made so too,
 * and where the application has not named its streams otherwise than by tokens. Any other description is read and judged.
 */
export function noteCreatedDescription(
  written: DescriptionToWrite,
  { type, sdp: text }: Description,
  slots: DescriptionSlots,
  options: JudgeOptions,
): void {
  const reading = readingOptions(options);
  const sdp = describe(writtenLines(written, text));
  const { rtcpMuxPolicy } = options;
  const judged = judgedAgainst(slots, { sdp, type, side: "local", rtcpMuxPolicy }, reading);
  const before = [judged.offer, judged.negotiated?.offer ?? null, judged.negotiated?.answer ?? null];
  if (!before.every((other) => other === null || createdFor.has(other)) || !sdp.sections.every(hasPlainStreams)) return;
  noteReading(text, reading, sdp);
  createdFor.set(sdp, judged);
}

function hasPlainStreams(section: Section): boolean {
  return all(section, "msid").every(({ value }) => /^[\w{}-]{1,64}$/.test(value));
}

/** Whether a description was created for what it is judged against: what a world vouches for. */
export function isCreatedFor(judged: object): boolean {
  const { sdp, type, side, offer, negotiated, provisional, replaced, rtcpMuxPolicy } = judged as JudgedDescription;
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

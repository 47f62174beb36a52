import type { Sdp, Section } from "../../description/description.ts";
import { midOf } from "../../description/mid.ts";
import type { CreateOfferSdpInput, DescribedTransceiver } from "../input.ts";
import type { NamedSection, Past } from "../past.ts";

/** What an m= section of an offer describes: a transceiver, an SCTP association, or, rejected, nothing. */
export interface PlannedSection extends NamedSection {
  readonly transceiver: DescribedTransceiver | null;
  /** What is no longer accepted; null where the section is live. */
  readonly rejected: Section | null;
}

/**
 * The m= sections of an offer: those of before at their places, then the transceivers and the association that none
 * describes yet. Each of these takes the first section that is free to be recycled, or a new one at the end. A data section
 * is only recycled for data, and one of media for media, since Firefox refuses what RFC 9429 asks for.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9429.html#section-5.2.2
 */
export function planOffer(input: CreateOfferSdpInput, past: Past): readonly PlannedSection[] {
  const { sctp = null, dataChannel = false, transceivers } = input;
  const base = past.pendingLocal ?? past.mine;
  const living = transceivers.filter(({ stopping = false, stopped = false }) => !stopping && !stopped);
  const byMid = new Map(living.map((transceiver) => [transceiver.mid, transceiver]));
  const planned = (base?.sections ?? []).map((section) => plannedAsBefore(section, base as Sdp, byMid, past));
  const described = new Set(planned.map(({ transceiver }) => transceiver));
  const added: (DescribedTransceiver | null)[] = living.filter((transceiver) => !described.has(transceiver));
  if (sctp !== null && dataChannel && !planned.some(describesData)) added.push(null);
  const free = planned.filter((section) => isRecyclable(section, past));
  const slots = { media: free.filter(wasMedia).values(), data: free.filter((section) => !wasMedia(section)).values() };
  const nextMid = newMids(past, planned, transceivers);
  for (const transceiver of added) {
    const index = slots[transceiver === null ? "data" : "media"].next().value?.index ?? planned.length;
    planned[index] = { index, mid: nextMid(), transceiver, rejected: null };
  }
  return planned;
}

/** Whether a section describes an SCTP association. */
export function describesData({ transceiver, rejected }: PlannedSection): boolean {
  return transceiver === null && rejected === null;
}

function plannedAsBefore(
  section: Section,
  base: Sdp,
  byMid: ReadonlyMap<string | null, DescribedTransceiver>,
  { exchange }: Past,
): PlannedSection {
  const { index } = section;
  const mid = midOf(base, section);
  const before = exchange?.offer.sections[index];
  const wasRejected = section.rejected || (before?.mid === section.mid && exchange?.answer.sections[index]?.rejected);
  const transceiver = byMid.get(mid) ?? null;
  const isLive = !wasRejected && (section.carriesSctp || transceiver !== null);
  return { index, mid, transceiver: isLive ? transceiver : null, rejected: isLive ? null : section };
}

function wasMedia({ rejected }: PlannedSection): boolean {
  return rejected?.carriesRtp === true;
}

/** Was it rejected when it was last agreed on? */
function isRecyclable({ index, rejected }: PlannedSection, { exchange }: Past): boolean {
  if (rejected === null || exchange === null) return false;
  return [exchange.offer, exchange.answer].some(({ sections }) => sections[index]?.rejected === true);
}

/** Numbers that count on from the highest one: a mid says nothing of its user, and none comes twice. */
function newMids(
  { pendingLocal, pendingRemote, mine, peers }: Past,
  planned: readonly PlannedSection[],
  transceivers: readonly DescribedTransceiver[],
): () => string {
  const known = new Set<string | null>([...planned, ...transceivers].map(({ mid }) => mid));
  for (const sdp of [pendingLocal, pendingRemote, mine, peers]) {
    for (const { mid } of sdp?.sections ?? []) known.add(mid);
  }
  const numbers = [...known].filter((mid) => mid !== null && /^\d{1,3}$/.test(mid)).map(Number);
  let next = numbers.reduce((most, number) => Math.max(most, number + 1), 0);
  return () => {
    while (known.has(String(next))) next += 1;
    return String(next++);
  };
}

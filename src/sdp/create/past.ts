import { lastExchange, slotReader } from "../description/described-slots.ts";
import { areSameMid, type Sdp, type Section, transportMembers, transportOwner } from "../description/description.ts";
import { contribution, type Exchange, isNegotiated } from "../description/negotiation.ts";
import { readingOptions } from "../options.ts";
import type { KnownDescriptions } from "./input.ts";

/** What was described before. */
export interface Past {
  /** The last offer with its final answer. */
  readonly exchange: Exchange | null;
  /** What each side contributed to it. */
  readonly mine: Sdp | null;
  readonly peers: Sdp | null;
  readonly pendingLocal: Sdp | null;
  readonly pendingRemote: Sdp | null;
}

/** Read as leniently as can be: what a slot holds was accepted. */
const reading = /* @__PURE__ */ readingOptions({ maxSdpLength: Infinity, tolerate: ["S4", "S5", "S6", "S7"] });

/** What the slots say. */
export function pastOf(session: KnownDescriptions): Past {
  const read = slotReader(reading);
  const exchange = lastExchange(session, read);
  return {
    exchange,
    mine: exchange === null ? null : contribution(exchange, "local"),
    peers: exchange === null ? null : contribution(exchange, "remote"),
    pendingLocal: read(session.pendingLocalDescription),
    pendingRemote: read(session.pendingRemoteDescription),
  };
}

/** What is to be described: an m= section by its place and its name. */
export interface NamedSection {
  readonly index: number;
  readonly mid: string;
}

/**
 * Everything that was on the transports of sections, of this side first: also what is not accepted any more, since nothing
 * there may be numbered otherwise now.
 */
export function formerTransportMembers(past: Past, sections: readonly NamedSection[]): readonly Section[] {
  const { exchange, mine, peers, pendingLocal } = past;
  const pending = sections.flatMap((section) => sectionsIn([pendingLocal], section));
  const answered = sections.flatMap((section) => answeredSection(past, section) ?? []);
  const members = exchange === null ? [] : membersWith(answered);
  return [
    ...(pendingLocal === null ? [] : membersWith(pending)),
    ...[mine, peers].flatMap((sdp) => members.flatMap(({ index }) => sdp?.sections[index] ?? [])),
  ];
}

/** All sections, of this side first, whatever became of them. */
export function allFormerSections({ pendingLocal, mine, peers }: Past): readonly Section[] {
  return [pendingLocal, mine, peers].flatMap((sdp) => sdp?.sections ?? []);
}

/** The sections that share transports with these, and these. */
function membersWith(sections: readonly Section[]): readonly Section[] {
  const owners = new Set(sections.map((section) => transportOwner(section)));
  return [...owners].flatMap((owner) => transportMembers(owner));
}

/** What a section was in the descriptions of this side, the newest first. */
export function ownFormerSections({ pendingLocal, mine }: Past, section: NamedSection): readonly Section[] {
  return sectionsIn([pendingLocal, mine], section);
}

function sectionsIn(descriptions: readonly (Sdp | null)[], { index, mid }: NamedSection): readonly Section[] {
  return descriptions.flatMap((sdp) => {
    const section = sdp?.sections[index];
    return section === undefined || section.rejected || !areSameMid(section.mid, mid) ? [] : [section];
  });
}

/** What the last answer made of a section; null where it is new. */
export function answeredSection({ exchange }: Past, section: NamedSection): Section | null {
  if (exchange === null || !isNegotiated(exchange, section)) return null;
  return exchange.answer.sections[section.index] ?? null;
}

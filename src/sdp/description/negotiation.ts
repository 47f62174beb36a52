import type { Side } from "../../signaling/transition-table.ts";
import {
  areSameMid,
  type BundleGroup,
  type Sdp,
  type Section,
  transportMembers,
  transportOwner,
} from "./description.ts";

/** An offer and its answer, final or provisional. */
export interface Exchange {
  readonly offer: Sdp;
  readonly answer: Sdp;
  /** The side that offered. */
  readonly offeredBy: Side;
}

/** The description that a side contributed to an exchange. */
export function contribution(exchange: Exchange, side: Side): Sdp {
  return exchange.offeredBy === side ? exchange.offer : exchange.answer;
}

/** The mid that an index had in an exchange. */
function midIn(exchange: Exchange, index: number): string | null {
  return exchange.offer.sections[index]?.mid ?? exchange.answer.sections[index]?.mid ?? null;
}

/** Whether the section is what its index was in the exchange: accepted then, and not recycled since. */
export function isNegotiated(exchange: Exchange, { index, mid }: Pick<Section, "index" | "mid">): boolean {
  const answered = exchange.answer.sections[index];
  const offered = exchange.offer.sections[index];
  if (answered === undefined || answered.rejected || offered === undefined) return false;
  return areSameMid(mid, midIn(exchange, index));
}

/** Whether a BUNDLE group goes on with one of the exchange: a member of it was bundled there. */
export function isNegotiatedBundle(exchange: Exchange, bundle: BundleGroup): boolean {
  return bundle.members.some((member) => {
    return isNegotiated(exchange, member) && exchange.answer.sections[member.index]?.bundle !== null;
  });
}

/**
 * The transports of an exchange that go on in a description: by the section that owns it now, the one that was its tag
 * in the exchange's answer. A transport goes where its tag goes; where the tag is gone, where the first of its other
 * members in the order of their group goes. A section that leaves the others gets a new transport, and an owner under
 * which several transports come together goes on with the one of the first member in the order of its own group.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9143.html#section-7.5
 */
export function continuedTransports(exchange: Exchange, sdp: Sdp): ReadonlyMap<Section, Section> {
  const heirs = heirsOf(exchange, sdp);
  const tags = new Map<Section, Section>();
  for (const owner of sdp.sections) {
    // Where several sections have the tag's mid, the first of them is the tag.
    if (!owner.ownsTransport || transportOwner(owner) !== owner) continue;
    for (const member of transportMembers(owner)) {
      const tag = tagBefore(exchange, member);
      if (tag === null || heirs.get(tag) !== owner) continue;
      tags.set(owner, tag);
      break;
    }
  }
  return tags;
}

/** Where each transport of the exchange goes: by its tag then, its owner now. */
function heirsOf(exchange: Exchange, sdp: Sdp): ReadonlyMap<Section, Section> {
  const { answer } = exchange;
  const heirs = new Map<Section, Section>();
  for (const tag of answer.sections) {
    if (transportOwner(tag) !== tag) continue;
    for (const member of transportMembers(tag)) {
      const now = sdp.sections[member.index];
      if (now === undefined || now.rejected || tagBefore(exchange, now) !== tag) continue;
      heirs.set(tag, transportOwner(now));
      break;
    }
  }
  return heirs;
}

/** The tag, in the exchange's answer, of the transport that a section used there; null where the section is new. */
function tagBefore(exchange: Exchange, section: Section): Section | null {
  const before = exchange.answer.sections[section.index];
  return before !== undefined && isNegotiated(exchange, section) ? transportOwner(before) : null;
}

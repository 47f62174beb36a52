import type { Side } from "../../signaling/transition-table.ts";
import { areSameMid, type Sdp, type Section, transportOwner } from "./description.ts";

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
export function isNegotiated(exchange: Exchange, { index, mid }: Section): boolean {
  const answered = exchange.answer.sections[index];
  const offered = exchange.offer.sections[index];
  if (answered === undefined || answered.rejected || offered === undefined) return false;
  return areSameMid(mid, midIn(exchange, index));
}

/**
 * The tag, in the exchange's answer, of the transport that a transport owner goes on with; null where its
 * transport is new. A section that leaves its group gets a new transport; when the tag itself leaves, the next owner inherits it.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9143.html#section-7.5
 */
export function continuedTag(exchange: Exchange, sdp: Sdp, owner: Section): Section | null {
  const before = exchange.answer.sections[owner.index];
  if (before === undefined || !isNegotiated(exchange, owner)) return null;
  const tag = transportOwner(exchange.answer, before);
  if (tag.index === owner.index) return tag;
  const heir = sdp.sections[tag.index];
  const tagGoesOn = heir !== undefined && !heir.rejected && isNegotiated(exchange, heir);
  return tagGoesOn && transportOwner(sdp, heir) !== owner ? null : tag;
}

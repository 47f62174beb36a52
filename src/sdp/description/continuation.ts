import { otherSide } from "../../signaling/description.ts";
import type { Side } from "../../signaling/transition-table.ts";
import type { Sdp, Section } from "./description.ts";
import { continuedTag, contribution, type Exchange } from "./negotiation.ts";
import { identityComparison, sameCredentials, type Transport, transportAt, transportOf } from "./transport.ts";

/** A transport of a description that goes on with one that an exchange agreed on. */
export interface Continuation {
  readonly owner: Section;
  /** Its tag in that exchange's answer. */
  readonly tag: Section;
  readonly now: Transport;
  /** Whether the description's side has the ICE credentials, and the DTLS identity, that it had then. */
  readonly sameCredentials: boolean;
  readonly sameIdentity: boolean;
  /** The other side's part of it in that exchange. */
  readonly peerBefore: Transport;
  /** The DTLS role that the exchange gave to the description's side. */
  readonly role: string | null;
}

const opposite: ReadonlyMap<string | null, string> = new Map([
  ["active", "passive"],
  ["passive", "active"],
]);

/** The DTLS role of the other end. */
export function oppositeRole(setup: string | null): string | null {
  return opposite.get(setup) ?? null;
}

/**
 * The transports that go on in a description of that side, in the order of the m= sections; empty where the side is
 * not known.
 */
export function continuations(sdp: Sdp, side: Side | null, exchange: Exchange | null): Continuation[] {
  const found: Continuation[] = [];
  if (exchange === null || side === null) return found;
  const mine = contribution(exchange, side);
  const peers = contribution(exchange, otherSide(side));
  const sameIdentity = identityComparison();
  for (const owner of sdp.sections) {
    const tag = owner.ownsTransport ? continuedTag(exchange, sdp, owner) : null;
    const before = tag === null ? null : transportAt(mine, tag.index);
    const peerBefore = tag === null ? null : transportAt(peers, tag.index);
    if (tag === null || before === null || peerBefore === null) continue;
    const now = transportOf(sdp, owner);
    found.push({
      owner,
      tag,
      now,
      peerBefore,
      sameCredentials: sameCredentials(now, before),
      sameIdentity: sameIdentity(now, before),
      role: roleIn(exchange, side, tag),
    });
  }
  return found;
}

function roleIn(exchange: Exchange, side: Side, tag: Section): string | null {
  const { setup } = transportOf(exchange.answer, tag);
  const other = oppositeRole(setup);
  return exchange.offeredBy === side || other === null ? other : setup;
}

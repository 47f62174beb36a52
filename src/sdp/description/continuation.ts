import { otherSide } from "../../signaling/description.ts";
import type { Side } from "../../signaling/transition-table.ts";
import type { Sdp, Section } from "./description.ts";
import { continuedTransports, contribution, type Exchange } from "./negotiation.ts";
import { identityComparison, sameCredentials, type Transport, transportAt, transportOf } from "./transport.ts";

/** A transport of a description that goes on with one that an exchange agreed on. */
export interface Continuation {
  readonly owner: Section;
  /** Its tag in that exchange's answer. */
  readonly tag: Section;
  readonly now: Transport;
  /** What it was in the same side's part of that exchange. */
  readonly before: Transport;
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
  for (const [owner, tag] of continuedTransports(exchange, sdp)) {
    const before = transportAt(mine, tag.index);
    const peerBefore = transportAt(peers, tag.index);
    if (before === null || peerBefore === null) continue;
    const now = transportOf(sdp, owner);
    found.push({
      owner,
      tag,
      now,
      before,
      peerBefore,
      sameCredentials: sameCredentials(now, before),
      sameIdentity: sameIdentity(now, before),
      role: roleOf(exchange, side, tag),
    });
  }
  return found;
}

/** The DTLS role that an exchange gave to a side, on the transport of a tag: a fixed role in the offer decides, then the answer's. */
export function roleOf({ offer, answer, offeredBy }: Exchange, side: Side, tag: Section): string | null {
  const offered = transportAt(offer, tag.index)?.setup ?? null;
  const ofOfferer = oppositeRole(offered) === null ? oppositeRole(transportOf(answer, tag).setup) : offered;
  return offeredBy === side ? ofOfferer : oppositeRole(ofOfferer);
}

/**
 * Whether the DTLS role may change although both ends are who they were: without tls-ids that say that the association
 * goes on, an ICE restart can bring a new one.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8842.html#section-4
 */
export function mayStartNewAssociation({ sameCredentials, now, before }: Continuation): boolean {
  return !sameCredentials && (now.tlsId === null || before.tlsId === null);
}

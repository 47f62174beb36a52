import { otherSide } from "../../signaling/description.ts";
import type { Side } from "../../signaling/transition-table.ts";
import type { Judged } from "../rules/judged.ts";
import type { Report } from "../rules/rule.ts";
import { own, type Section } from "./description.ts";
import { continuedTag, contribution, type Exchange } from "./negotiation.ts";
import { identityComparison, sameCredentials, type Transport, transportAt, transportOf } from "./transport.ts";

/** A transport of the judged description that goes on with one that an exchange agreed on. */
export interface Continuation {
  readonly owner: Section;
  /** Its tag in that exchange's answer. */
  readonly tag: Section;
  readonly now: Transport;
  /** Whether the judged description's side has the ICE credentials, and the DTLS identity, that it had then. */
  readonly sameCredentials: boolean;
  readonly sameIdentity: boolean;
  /** The other side's part of it in that exchange. */
  readonly peerBefore: Transport;
  /** The DTLS role that the exchange gave to the side of the judged description. */
  readonly role: string | null;
}

const opposite: ReadonlyMap<string | null, string> = new Map([
  ["active", "passive"],
  ["passive", "active"],
]);

/** The DTLS role of the other one. */
export function oppositeRole(setup: string | null): string | null {
  return opposite.get(setup) ?? null;
}

/**
 * The transports of the judged description that go on, in the order of the m= sections; none where nobody knows
 * whose description it is.
 */
export function continuations(judged: Judged, exchange: Exchange | null): Continuation[] {
  const { sdp, side } = judged;
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

/** Reports the transports on which another DTLS endpoint speaks while ICE goes on. */
export function reportNewIdentity(judged: Judged, exchange: Exchange | null, report: Report): void {
  for (const { owner, sameIdentity, sameCredentials } of continuations(judged, exchange)) {
    if (!sameIdentity && sameCredentials) report(owner, own(owner, "fingerprint"));
  }
}

function roleIn(exchange: Exchange, side: Side, tag: Section): string | null {
  const { setup } = transportOf(exchange.answer, tag);
  const other = oppositeRole(setup);
  return exchange.offeredBy === side || other === null ? other : setup;
}

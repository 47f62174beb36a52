import { oppositeRole, roleOf } from "../../description/continuation.ts";
import type { Sdp, Section } from "../../description/description.ts";
import { continuedTransports } from "../../description/negotiation.ts";
import {
  identityComparison,
  sameCredentials,
  type Transport,
  transportAt,
  transportOf,
} from "../../description/transport.ts";
import type { CreateSdpInput } from "../input.ts";
import type { Past } from "../past.ts";
import { newTransportAt, type OwnTransport } from "../section/transport-lines.ts";

/** A transport as an answer describes it. */
export interface AnsweredTransport extends OwnTransport {
  /** Does ICE go on with the credentials that were agreed on? */
  readonly continues: boolean;
}

/** What was agreed on for a transport that goes on. */
interface Agreed {
  readonly mine: Transport;
  readonly peers: Transport;
  /** The DTLS role of this side. */
  readonly role: string | null;
}

/**
 * The transport of an offered section that owns one. ICE restarts where the offer restarts it; DTLS goes on where the other
 * end is who it was, in the same roles. A provisional answer stays what it is.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9429.html#section-5.3.2
 */
export function transportAnswers(
  input: CreateSdpInput,
  past: Past,
  offer: Sdp,
): (offered: Section) => AnsweredTransport {
  const tags = past.exchange === null ? null : continuedTransports(past.exchange, offer);
  const sameIdentity = identityComparison();
  return (owner) => {
    const offered = transportOf(offer, owner);
    const agreed = agreedOn(past, tags?.get(owner) ?? null);
    const provisional = provisionalAt(past, owner);
    const goesOn = agreed !== null && sameCredentials(offered, agreed.peers);
    const kept = credentialsIn(provisional ?? (goesOn ? agreed.mine : null));
    const fresh = kept === null ? newTransportAt(input, owner.index) : null;
    const samePeer = agreed !== null && sameIdentity(offered, agreed.peers);
    return {
      usernameFragment: kept?.usernameFragment ?? fresh?.usernameFragment ?? "",
      password: kept?.password ?? fresh?.password ?? "",
      tlsId:
        offered.tlsId === null
          ? null
          : ((provisional ?? (samePeer ? agreed.mine : null))?.tlsId ?? fresh?.tlsId ?? null),
      setup: asSetup(oppositeRole(offered.setup) ?? provisional?.setup ?? (samePeer ? agreed.role : null)),
      continues: goesOn,
    };
  };
}

function agreedOn({ exchange, mine, peers }: Past, tag: Section | null): Agreed | null {
  if (exchange === null || tag === null) return null;
  const [own, other] = [mine, peers].map((sdp) => (sdp === null ? null : transportAt(sdp, tag.index)));
  return own == null || other == null ? null : { mine: own, peers: other, role: roleOf(exchange, "local", tag) };
}

function provisionalAt({ pendingLocal }: Past, { index }: Section): Transport | null {
  const section = pendingLocal?.sections[index];
  return pendingLocal === null || section === undefined || section.rejected ? null : transportOf(pendingLocal, section);
}

function credentialsIn(transport: Transport | null) {
  const { ufrag = null, pwd = null } = transport ?? {};
  return ufrag === null || pwd === null ? null : { usernameFragment: ufrag, password: pwd };
}

function asSetup(role: string | null): "active" | "passive" {
  return role === "passive" ? "passive" : "active";
}

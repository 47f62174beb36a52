import { continuations, mayStartNewAssociation } from "../../description/continuation.ts";
import type { Sdp, Section } from "../../description/description.ts";
import { identityComparison, sameCredentials, transportAt } from "../../description/transport.ts";
import type { JudgedDescription } from "../judged-description.ts";

/** The DTLS role of an answerer, on a transport where both ends are who they were. */
export interface KeptRole {
  readonly role: string;
  /** Both sides restarted ICE, and no tls-id says that the DTLS association goes on. */
  readonly mayChange: boolean;
}

/** The roles that an answer's transport owners have from before. */
export function keptRoles(judged: JudgedDescription, offer: Sdp): ReadonlyMap<Section, KeptRole> {
  const { sdp, side, provisional, negotiated } = judged;
  const roles = new Map<Section, KeptRole>();
  const samePeer = identityComparison();
  for (const continuation of continuations(sdp, side, provisional ?? negotiated)) {
    const { owner, role, peerBefore, sameIdentity } = continuation;
    const offered = transportAt(offer, owner.index);
    const sameLeg = provisional === null || continuation.sameCredentials;
    if (role === null || offered === null || !sameLeg || !sameIdentity || !samePeer(offered, peerBefore)) continue;
    roles.set(owner, {
      role,
      mayChange: mayStartNewAssociation(continuation) && !sameCredentials(offered, peerBefore),
    });
  }
  return roles;
}

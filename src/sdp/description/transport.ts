import { has } from "../text/level.ts";
import { inherited, inheritedValue, type Sdp, type Section, transportMembers, transportOwner } from "./description.ts";
import { type WordSet, wordComparison, wordSet } from "./word-set.ts";

/** The attributes that describe a transport, as one description has them for one of its sections. */
export interface Transport {
  readonly ufrag: string | null;
  readonly pwd: string | null;
  readonly fingerprints: WordSet;
  readonly tlsId: string | null;
  readonly setup: string | null;
}

/** The transport that a section uses. */
export function transportOf(sdp: Sdp, section: Section): Transport {
  const bearer = bearerOf(section);
  return {
    ufrag: inheritedValue(sdp, bearer, "ice-ufrag"),
    pwd: inheritedValue(sdp, bearer, "ice-pwd"),
    fingerprints: wordSet(inherited(sdp, bearer, "fingerprint"), (value) => [value.toLowerCase()]),
    tlsId: inheritedValue(sdp, bearer, "tls-id"),
    setup: inheritedValue(sdp, bearer, "setup"),
  };
}

/**
 * The section that has the attributes of the transport that a section uses. A bundled section with ICE attributes of its
 * own counts with those: an answer may reject the offered tag, and the section becomes the tag.
 */
function bearerOf(section: Section): Section {
  return has(section, "ice-ufrag") ? section : transportOwner(section);
}

/** The transport that the m= section at an index uses, in any description of the session. */
export function transportAt(sdp: Sdp, index: number): Transport | null {
  const section = sdp.sections[index];
  return section === undefined ? null : transportOf(sdp, section);
}

/**
 * Whether the RTP on the transport of its owner shares its port with RTCP; null where no RTP is on it and the owner has
 * no a=rtcp-mux. Browsers leave the attribute out of a data section: where that is the tag, any live RTP section of the
 * transport can have it.
 */
export function multiplexesRtcp(owner: Section): boolean | null {
  if (has(owner, "rtcp-mux")) return true;
  if (owner.carriesRtp) return false;
  const rtp = transportMembers(owner).filter(({ carriesRtp }) => carriesRtp);
  return rtp.length === 0 ? null : rtp.some((section) => has(section, "rtcp-mux"));
}

/** The ICE options of the transport that a section uses, to be compared without their order. */
export function iceOptionsOf(sdp: Sdp, section: Section): WordSet {
  return wordSet(inherited(sdp, bearerOf(section), "ice-options"), (value) => value.split(/[ ,]/));
}

/** Whether ICE goes on: a new ufrag or a new pwd is a restart. */
export function sameCredentials(a: Transport, b: Transport): boolean {
  return a.ufrag === b.ufrag && a.pwd === b.pwd;
}

/** Whether both are of the same DTLS endpoint. A tls-id counts where both have one. */
export type CompareIdentity = (a: Transport, b: Transport) => boolean;

/** A comparison of identities that reads each set of fingerprints once. */
export function identityComparison(): CompareIdentity {
  const sameWords = wordComparison();
  return (a, b) => {
    if (a.tlsId !== null && b.tlsId !== null && a.tlsId !== b.tlsId) return false;
    return sameWords(a.fingerprints, b.fingerprints);
  };
}

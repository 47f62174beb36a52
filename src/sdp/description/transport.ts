import { has } from "../text/level.ts";
import { inheritedValue, type Sdp, type Section, transportOwner } from "./description.ts";
import { type FingerprintSet, fingerprintSet } from "./fingerprint-set.ts";

/** The attributes that describe a transport, as one description has them for one of its sections. */
export interface Transport {
  readonly ufrag: string | null;
  readonly pwd: string | null;
  readonly fingerprints: FingerprintSet;
  readonly tlsId: string | null;
  readonly setup: string | null;
  readonly rtcpMux: boolean;
}

/**
 * The transport that a section uses. A bundled section with ICE attributes of its own counts with those:
 * an answer may reject the offered tag, and the section becomes the tag.
 */
export function transportOf(sdp: Sdp, section: Section): Transport {
  const owner = transportOwner(sdp, section);
  const bearer = has(section, "ice-ufrag") ? section : owner;
  return {
    ufrag: inheritedValue(sdp, bearer, "ice-ufrag"),
    pwd: inheritedValue(sdp, bearer, "ice-pwd"),
    fingerprints: has(bearer, "fingerprint") ? fingerprintSet(bearer) : sdp.sessionFingerprints,
    tlsId: inheritedValue(sdp, bearer, "tls-id"),
    setup: inheritedValue(sdp, bearer, "setup"),
    rtcpMux: has(section, "rtcp-mux") || has(owner, "rtcp-mux"),
  };
}

/** The transport that the m= section at an index uses, in any description of the session. */
export function transportAt(sdp: Sdp, index: number): Transport | null {
  const section = sdp.sections[index];
  return section === undefined ? null : transportOf(sdp, section);
}

/**
 * Whether RTCP was multiplexed in what the owner's m= section was before. Stacks leave a=rtcp-mux out of a data
 * section, tag or not: for such a section, only its own attribute counts.
 */
export function wasMuxed(before: Sdp, owner: Section): boolean {
  const section = before.sections[owner.index];
  if (section === undefined) return false;
  return has(section, "rtcp-mux") || (owner.carriesRtp && transportOf(before, section).rtcpMux);
}

/** Whether ICE goes on: a new ufrag or a new pwd is a restart. */
export function sameCredentials(a: Transport, b: Transport): boolean {
  return a.ufrag === b.ufrag && a.pwd === b.pwd;
}

/** Whether both are of the same DTLS endpoint. A tls-id counts where both have one. */
export type CompareIdentity = (a: Transport, b: Transport) => boolean;

/**
 * A comparison that remembers the last pair of sets: fingerprints that all sections inherit from the session,
 * however many, are compared once. Without it, sections times session fingerprints would be the cost.
 */
export function identityComparison(): CompareIdentity {
  let last: { a: FingerprintSet; b: FingerprintSet; same: boolean } | null = null;
  return (a, b) => {
    if (a.tlsId !== null && b.tlsId !== null && a.tlsId !== b.tlsId) return false;
    const known = last !== null && last.a === a.fingerprints && last.b === b.fingerprints;
    if (last !== null && known) return last.same;
    last = { a: a.fingerprints, b: b.fingerprints, same: a.fingerprints.key === b.fingerprints.key };
    return last.same;
  };
}

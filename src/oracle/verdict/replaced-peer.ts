import type { KnownSession } from "../expected/known-session.ts";

/**
 * Does remote SDP come from another peer connection than the remote description before it? Then its session id, its ICE
 * credentials and its fingerprints are all new: no renegotiation changes all three.
 */
export function isFromAnotherPeer({ session, unseenSdp }: KnownSession, sdp: string | null): boolean {
  const known = session.currentRemoteDescription;
  if (known === null || sdp === null || unseenSdp.includes("currentRemoteDescription")) return false;
  return identifying.every((pattern) => haveNothingInCommon(valuesOf(pattern, known.sdp), valuesOf(pattern, sdp)));
}

const identifying = [/^o=\S+ (\S+)/gm, /^a=ice-ufrag:(\S+)/gm, /^a=fingerprint:(.+)$/gm];

function valuesOf(pattern: RegExp, sdp: string): readonly string[] {
  return [...sdp.matchAll(pattern)].map(([, value = ""]) => value.trim().toLowerCase());
}

// What is missing on one side shows nothing.
function haveNothingInCommon(known: readonly string[], values: readonly string[]): boolean {
  const before = new Set(known);
  return known.length > 0 && values.length > 0 && values.every((value) => !before.has(value));
}

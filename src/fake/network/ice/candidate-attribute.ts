/** The address of a candidate-attribute, as `ip:port`. @see https://www.rfc-editor.org/rfc/rfc8839.html#section-5.1 */
export function addressOfCandidate(candidate: string): string {
  const [, , , , ip = "", port = ""] = candidate.split(" ");
  return `${ip}:${port}`;
}

/** The candidate-attribute of a host candidate. */
export function hostCandidate(ip: string, port: number): string {
  return `candidate:1 1 udp 2130706431 ${ip} ${port} typ host`;
}

/** What a host candidate is for a peer that has learned of it from a check. The priority is that of its type. */
export function peerReflexiveCandidate(candidate: string): string {
  return candidate.replace(" 2130706431 ", " 1862270975 ").replace(/ typ host$/, " typ prflx raddr 0.0.0.0 rport 0");
}

/** The candidates in the m= sections of an SDP. */
export interface DescribedCandidates {
  readonly candidates: readonly string[];
  /** Is it said that these are all? */
  readonly ended: boolean;
}

/** Reads them, by the index of the m= section. */
export function candidatesInSdp(sdp: string): readonly DescribedCandidates[] {
  if (!sdp.includes("\na=candidate:") && !sdp.includes("\na=end-of-candidates")) return [];
  const [session = "", ...sections] = sdp.split(/^(?=m=)/m);
  const ended = session.includes("a=end-of-candidates");
  return sections.map((section) => ({
    candidates: [...section.matchAll(/^a=(candidate:[^\r\n]*)/gm)].map(([, candidate = ""]) => candidate),
    ended: ended || section.includes("a=end-of-candidates"),
  }));
}

/** The fields of a candidate-attribute, under the names of RTCIceCandidate's attributes. */
export interface CandidateFields {
  readonly foundation: string | null;
  readonly component: "rtp" | "rtcp" | null;
  readonly priority: number | null;
  readonly address: string | null;
  readonly protocol: "udp" | "tcp" | null;
  readonly port: number | null;
  readonly type: "host" | "srflx" | "prflx" | "relay" | null;
  readonly tcpType: "active" | "passive" | "so" | null;
  readonly relatedAddress: string | null;
  readonly relatedPort: number | null;
}

/** Of a text that is no candidate-attribute. */
const noFields: CandidateFields = /* @__PURE__ */ Object.freeze({
  foundation: null,
  component: null,
  priority: null,
  address: null,
  protocol: null,
  port: null,
  type: null,
  tcpType: null,
  relatedAddress: null,
  relatedPort: null,
});

// RFC 8839 §5.1; the extension tcptype is that of RFC 6544 §4.5. Fields that have no value in RTCIceCandidate do not match.
const candidateGrammar =
  /^(?:a=)?candidate:(?<foundation>[\w+/-]{1,32}) (?<component>[12]) (?<protocol>udp|tcp) (?<priority>\d{1,10}) (?<address>\S+) (?<port>\d{1,5}) typ (?<type>host|srflx|prflx|relay)(?: raddr (?<relatedAddress>\S+))?(?: rport (?<relatedPort>\d{1,5}))?(?<extensions>(?: \S+ \S*)*)$/i;

/**
 * Reads a candidate-attribute. Where the text is no such attribute, or a field has a value that the attribute cannot have,
 * all are null.
 *
 * @see https://w3c.github.io/webrtc-pc/#dfn-create-an-rtcicecandidate
 */
export function readCandidateFields(text: string): CandidateFields {
  const groups = candidateGrammar.exec(text)?.groups;
  if (groups === undefined) return noFields;
  const { foundation = null, address = null, relatedAddress = null } = groups;
  const [priority, port, relatedPort] = [groups.priority, groups.port, groups.relatedPort ?? null].map(numberOrNull);
  if ((priority ?? 0) > 0xffff_ffff || (port ?? 0) > 0xffff || (relatedPort ?? 0) > 0xffff) return noFields;
  const protocol = groups.protocol?.toLowerCase() as CandidateFields["protocol"];
  const tcpType = / tcptype (active|passive|so)(?: |$)/i.exec(groups.extensions ?? "")?.[1] ?? null;
  return {
    foundation,
    component: groups.component === "1" ? "rtp" : "rtcp",
    priority: priority ?? null,
    address,
    protocol,
    port: port ?? null,
    type: groups.type?.toLowerCase() as CandidateFields["type"],
    tcpType: protocol === "tcp" ? (tcpType as CandidateFields["tcpType"]) : null,
    relatedAddress,
    relatedPort: relatedPort ?? null,
  };
}

function numberOrNull(digits: string | null | undefined): number | null {
  return digits === null || digits === undefined ? null : Number(digits);
}

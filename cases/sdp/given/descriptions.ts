/** What one side of a call brings: its identity, its ICE credentials, its certificate. */
export interface Peer {
  readonly origin: string;
  readonly ufrag: string;
  readonly pwd: string;
  readonly fingerprint: string;
  readonly tlsId: string;
}

const hash = (pair: string): string => `sha-256 ${Array.from({ length: 32 }, () => pair).join(":")}`;

export const alice: Peer = {
  origin: "1001",
  ufrag: "aliC",
  pwd: "aliceAliceAliceAlice00",
  fingerprint: hash("A1"),
  tlsId: "alice-tls-id-0000000000",
};
export const bob: Peer = {
  origin: "2002",
  ufrag: "bobB",
  pwd: "bobBobBobBobBobBobBob0",
  fingerprint: hash("B0"),
  tlsId: "bob-tls-id-000000000000",
};
/** A second leg that answers the same offer: sequential forking. */
export const carol: Peer = {
  origin: "3003",
  ufrag: "carL",
  pwd: "carolCarolCarolCarol00",
  fingerprint: hash("C0"),
  tlsId: "carol-tls-id-0000000000",
};

/** The same peer after an ICE restart: new credentials, the same DTLS association. */
export const restarted = (peer: Peer): Peer => ({ ...peer, ufrag: `${peer.ufrag}2`, pwd: `${peer.pwd}2` });

/** The same peer with a new certificate and tls-id: a new DTLS association. */
export const rekeyed = (peer: Peer): Peer => ({ ...peer, fingerprint: hash("F0"), tlsId: `${peer.tlsId}2` });

export type Setup = "actpass" | "active" | "passive";

/** Lines joined as SDP wants them, the last one ended too. */
export const sdp = (...lines: readonly (string | readonly string[])[]): string => `${lines.flat().join("\r\n")}\r\n`;

export const session = (peer: Peer, version: number, ...attributes: readonly string[]): readonly string[] => [
  "v=0",
  `o=- ${peer.origin} ${version} IN IP4 127.0.0.1`,
  "s=-",
  "t=0 0",
  ...attributes,
];

/** What a transport owner has: credentials, fingerprint, setup. */
export const transport = (peer: Peer, setup: Setup): readonly string[] => [
  `a=ice-ufrag:${peer.ufrag}`,
  `a=ice-pwd:${peer.pwd}`,
  "a=ice-options:trickle ice2",
  `a=fingerprint:${peer.fingerprint}`,
  `a=setup:${setup}`,
  `a=tls-id:${peer.tlsId}`,
];

/** An audio section; its first lines are its own, the rest what the caller adds. */
export const audio = (mid: string, ...more: readonly (string | readonly string[])[]): readonly string[] => [
  "m=audio 9 UDP/TLS/RTP/SAVPF 111 0",
  "c=IN IP4 0.0.0.0",
  `a=mid:${mid}`,
  "a=sendrecv",
  "a=rtcp-mux",
  "a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level",
  "a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid",
  "a=rtpmap:111 opus/48000/2",
  "a=fmtp:111 minptime=10;useinbandfec=1",
  "a=rtcp-fb:111 transport-cc",
  "a=rtpmap:0 PCMU/8000",
  ...more.flat(),
];

export const video = (mid: string, ...more: readonly (string | readonly string[])[]): readonly string[] => [
  "m=video 9 UDP/TLS/RTP/SAVPF 96 97",
  "c=IN IP4 0.0.0.0",
  `a=mid:${mid}`,
  "a=sendrecv",
  "a=rtcp-mux",
  "a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid",
  "a=extmap:14 urn:ietf:params:rtp-hdrext:toffset",
  "a=rtpmap:96 VP8/90000",
  "a=rtcp-fb:96 nack",
  "a=rtcp-fb:96 nack pli",
  "a=rtpmap:97 rtx/90000",
  "a=fmtp:97 apt=96",
  ...more.flat(),
];

export const data = (mid: string, ...more: readonly (string | readonly string[])[]): readonly string[] => [
  "m=application 9 UDP/DTLS/SCTP webrtc-datachannel",
  "c=IN IP4 0.0.0.0",
  `a=mid:${mid}`,
  "a=sctp-port:5000",
  "a=max-message-size:262144",
  ...more.flat(),
];

/** Audio alone, in no group: the section is its own transport. */
export const audioOnly = (peer: Peer, setup: Setup, version = 1): string =>
  sdp(session(peer, version), audio("0", transport(peer, setup)));

/**
 * Audio, video and data on one transport, as RFC 9143 §7.1.3 has it: in a first offer each section can stand alone, later
 * and in answers only the tag has the attributes of the transport.
 */
export const bundled = (peer: Peer, setup: Setup, version = 1): string =>
  setup === "actpass" && version === 1
    ? balanced(peer, setup, version)
    : sdp(session(peer, version, "a=group:BUNDLE 0 1 2"), audio("0", transport(peer, setup)), video("1"), data("2"));

/** Audio, video and data in one group, each of them able to stand alone, as browsers write it. */
export const balanced = (peer: Peer, setup: Setup, version = 1): string =>
  sdp(
    session(peer, version, "a=group:BUNDLE 0 1 2"),
    audio("0", transport(peer, setup)),
    video("1", transport(peer, setup)),
    data("2", transport(peer, setup)),
  );

/** The same three sections on three transports: no group. */
export const unbundled = (peer: Peer, setup: Setup, version = 1): string =>
  sdp(
    session(peer, version),
    audio("0", transport(peer, setup)),
    video("1", transport(peer, setup)),
    data("2", transport(peer, setup)),
  );

/** Small valid descriptions: what the mutator starts from. Each is written by hand for one corner of the grammar. */

const fingerprint = `a=fingerprint:sha-256 ${new Array(32).fill("AB").join(":")}`;

const credentials = (ufrag: string, setup: string): readonly string[] => [
  `a=ice-ufrag:${ufrag}`,
  `a=ice-pwd:${ufrag}0123456789abcdefghij`,
  fingerprint,
  `a=setup:${setup}`,
];

const session = (version: number, ...attributes: readonly string[]): readonly string[] => [
  "v=0",
  `o=- 4611731400430051336 ${version} IN IP4 127.0.0.1`,
  "s=-",
  "t=0 0",
  ...attributes,
];

const audio = (mid: string, port: number, ...more: readonly string[]): readonly string[] => [
  `m=audio ${port} UDP/TLS/RTP/SAVPF 111 0`,
  "c=IN IP4 0.0.0.0",
  `a=mid:${mid}`,
  "a=sendrecv",
  "a=rtcp-mux",
  "a=rtpmap:111 opus/48000/2",
  "a=fmtp:111 minptime=10;useinbandfec=1",
  "a=rtcp-fb:111 transport-cc",
  "a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid",
  ...more,
];

const video = (mid: string, port: number, ...more: readonly string[]): readonly string[] => [
  `m=video ${port} UDP/TLS/RTP/SAVPF 96 97`,
  "c=IN IP4 0.0.0.0",
  `a=mid:${mid}`,
  "a=sendrecv",
  "a=rtcp-mux",
  "a=rtpmap:96 VP8/90000",
  "a=rtpmap:97 rtx/90000",
  "a=fmtp:97 apt=96",
  "a=rtcp-fb:96 nack pli",
  "a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid",
  ...more,
];

const data = (mid: string, port: number, ...more: readonly string[]): readonly string[] => [
  `m=application ${port} UDP/DTLS/SCTP webrtc-datachannel`,
  "c=IN IP4 0.0.0.0",
  `a=mid:${mid}`,
  "a=sctp-port:5000",
  "a=max-message-size:262144",
  ...more,
];

const text = (...parts: readonly (readonly string[])[]): string => `${parts.flat().join("\r\n")}\r\n`;

const simulcast = ["a=rid:hi send", "a=rid:lo send max-width=320", "a=simulcast:send hi;~lo"];
const candidates = [
  "a=candidate:1 1 udp 2113929471 203.0.113.100 10100 typ host generation 0 ufrag abcd",
  "a=candidate:2 1 tcp 1845494015 c0ffee.local 9 typ srflx raddr 0.0.0.0 rport 0 tcptype active",
  "a=end-of-candidates",
];
const group = "a=group:BUNDLE 0 1 2";

/** Offers of every shape. */
export const offers: readonly string[] = [
  text(
    session(1, group),
    audio("0", 9, ...credentials("aaaa", "actpass")),
    video("1", 9, ...simulcast, ...credentials("aaaa", "actpass")),
    data("2", 9, ...credentials("aaaa", "actpass")),
  ),
  text(session(1), audio("0", 9, ...credentials("aaaa", "actpass"), ...candidates)),
  text(session(1, "a=ice-lite", ...credentials("aaaa", "actpass")), data("d", 9)),
  text(
    session(1, group),
    audio("0", 9, ...credentials("aaaa", "actpass")),
    video("1", 0, "a=bundle-only"),
    data("2", 0, "a=bundle-only"),
  ),
  text(session(1, "a=tls-id:01234567890123456789"), audio("0", 0), data("d", 9, ...credentials("aaaa", "active"))),
  text(session(1)),
];

/** Answers to the offers, in their order. */
export const answers: readonly string[] = [
  text(session(1, group), audio("0", 9, ...credentials("bbbb", "active")), video("1", 9), data("2", 9)),
  text(session(1), audio("0", 9, ...credentials("bbbb", "passive"))),
  text(session(1), data("d", 9, ...credentials("bbbb", "active"))),
  text(session(1, group), audio("0", 9, ...credentials("bbbb", "active")), video("1", 9), data("2", 9)),
  text(session(1), audio("0", 0), data("d", 9, ...credentials("bbbb", "passive"))),
  text(session(1)),
];

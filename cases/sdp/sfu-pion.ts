import { sdp } from "./given/descriptions.ts";

const hash = (pair: string, count: number): string => Array.from({ length: count }, () => pair).join(":");

const pionSession = (version: number, mids: string, ...more: readonly string[]): readonly string[] => [
  "v=0",
  `o=- 5618724019283746501 ${version} IN IP4 0.0.0.0`,
  "s=-",
  "t=0 0",
  "a=msid-semantic:WMS *",
  `a=fingerprint:sha-256 ${hash("9F", 32)}`,
  "a=extmap-allow-mixed",
  ...more,
  `a=group:BUNDLE${mids}`,
];
const pionTransport = (setup: string, mid: string): readonly string[] => [
  "c=IN IP4 0.0.0.0",
  `a=setup:${setup}`,
  `a=mid:${mid}`,
  "a=ice-ufrag:DkPnRvGqZwLtHsBx",
  "a=ice-pwd:QfYcNjUoMaXiEhTrSbWkVgLpZdKxJuCq",
];
/** Every candidate once for each component, and mDNS names for hosts. */
const pionCandidates = [
  "a=candidate:3628985204 1 udp 2130706431 7d9c3a52-0b1e-4f6a-9c8d-2e5f7a1b3c4d.local 51820 typ host",
  "a=candidate:3628985204 2 udp 2130706431 7d9c3a52-0b1e-4f6a-9c8d-2e5f7a1b3c4d.local 51820 typ host",
  "a=candidate:842163049 1 udp 1694498815 198.51.100.7 51820 typ srflx raddr 0.0.0.0 rport 51820",
  "a=candidate:1052353102 1 tcp 1671430143 192.0.2.77 7881 typ host tcptype passive",
  "a=end-of-candidates",
];
const pionAudio = (setup: string, direction: string): readonly string[] => [
  "m=audio 9 UDP/TLS/RTP/SAVPF 111 0",
  ...pionTransport(setup, "0"),
  "a=rtcp-mux",
  "a=rtcp-rsize",
  "a=rtpmap:111 opus/48000/2",
  "a=fmtp:111 minptime=10;useinbandfec=1",
  "a=rtcp-fb:111 transport-cc ",
  "a=rtpmap:0 PCMU/8000",
  "a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid",
  `a=${direction}`,
  ...pionCandidates,
];
const pionData = (mid: string, setup: string): readonly string[] => [
  "m=application 9 UDP/DTLS/SCTP webrtc-datachannel",
  ...pionTransport(setup, mid),
  "a=sendrecv",
  "a=sctp-port:5000",
  "a=max-message-size:65536",
  ...pionCandidates,
];
const pionRejected = (mid: string): readonly string[] => [
  "m=video 0 UDP/TLS/RTP/SAVPF 0",
  "c=IN IP4 0.0.0.0",
  "a=inactive",
  `a=mid:${mid}`,
];

/** Made up line by line after the habits of the stack, for one browser's offer of audio, video and data (mids 0, 1 and 2) or as offers of its own. */
export const pion = {
  /** A room's signaling connection: data channels alone. */
  dataOffer: sdp(pionSession(1700000000, " 0", "a=ice-lite"), pionData("0", "actpass")),
  answer: sdp(
    pionSession(1700000001, " 0 2"),
    pionAudio("active", "recvonly"),
    pionRejected("1"),
    pionData("2", "active"),
  ),
  /** A release that rejected without connection data and mid. */
  bareRejection: sdp(
    pionSession(1700000001, " 0 2"),
    pionAudio("active", "recvonly"),
    "m=video 0 UDP/TLS/RTP/SAVPF 0",
    pionData("2", "active"),
  ),
  /** A release that wrote the flag with its own name as the value. */
  liteWithValue: sdp(pionSession(1700000000, " 0", "a=ice-lite:ice-lite"), pionData("0", "actpass")),
  oldDataOffer: sdp(
    pionSession(1700000000, " data"),
    "m=application 9 DTLS/SCTP 5000",
    pionTransport("actpass", "data"),
    "a=sendrecv",
    "a=sctpmap:5000 webrtc-datachannel 1024",
  ),
} as const;

/** LiveKit: a subscriber's offer, data first and media after it, so that the data section is the tag. */
const livekitMedia = (mid: string): readonly string[] =>
  pionAudio("actpass", "sendonly").map((line) => line.replace("a=mid:0", `a=mid:${mid}`));
export const livekit = {
  subscriberOffer: sdp(pionSession(1700000002, " 0 1", "a=ice-lite"), pionData("0", "actpass"), livekitMedia("1")),
  subscriberOfferMux: sdp(
    pionSession(1700000002, " 0 1", "a=ice-lite"),
    pionData("0", "actpass"),
    "a=rtcp-mux",
    livekitMedia("1"),
  ),
  /** A track removed: its section rejected, the rest as before. */
  unpublished: sdp(pionSession(1700000003, " 0", "a=ice-lite"), pionData("0", "actpass"), [
    "m=audio 0 UDP/TLS/RTP/SAVPF 0",
    "c=IN IP4 0.0.0.0",
    "a=mid:1",
  ]),
} as const;

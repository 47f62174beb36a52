import { sdp } from "./given/descriptions.ts";

const hash = (pair: string, count: number): string => Array.from({ length: count }, () => pair).join(":");

/** mediasoup: everything for the session that can be, port 7, ice-lite, ice-options twice, tcptype candidates. */
const mediasoupSession = (version: number, mids: string): readonly string[] => [
  "v=0",
  `o=mediasoup-client 10000 ${version} IN IP4 0.0.0.0`,
  "s=-",
  "t=0 0",
  "a=ice-lite",
  "a=ice-options:ice2",
  "a=extmap-allow-mixed",
  `a=fingerprint:sha-512 ${hash("5C", 64)}`,
  "a=msid-semantic: WMS *",
  `a=group:BUNDLE${mids}`,
];
const mediasoupTransport = (setup: string): readonly string[] => [
  `a=setup:${setup}`,
  "a=ice-ufrag:3f4yp2bq0x7k9d1c",
  "a=ice-pwd:w8v2s6kq41z0x9c3b7n5m1l8j6h4g2f0",
  "a=candidate:udpcandidate 1 udp 1076302079 203.0.113.9 40123 typ host",
  "a=candidate:tcpcandidate 1 tcp 1076276479 203.0.113.9 41234 typ host tcptype passive",
  "a=end-of-candidates",
  "a=ice-options:renomination",
];
const mediasoupAudio = (setup: string, direction: string): readonly string[] => [
  "m=audio 7 UDP/TLS/RTP/SAVPF 111",
  "c=IN IP4 127.0.0.1",
  "a=rtpmap:111 opus/48000/2",
  "a=fmtp:111 stereo=0;usedtx=1;useinbandfec=1",
  "a=rtcp-fb:111 transport-cc",
  "a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid",
  "a=mid:0",
  `a=${direction}`,
  ...mediasoupTransport(setup),
  "a=rtcp-mux",
  "a=rtcp-rsize",
];
const mediasoupVideo = (mid: string, direction: string, ...more: readonly string[]): readonly string[] => [
  "m=video 7 UDP/TLS/RTP/SAVPF 96 97",
  "c=IN IP4 127.0.0.1",
  "a=rtpmap:96 VP8/90000",
  "a=rtpmap:97 rtx/90000",
  "a=fmtp:97 apt=96",
  "a=rtcp-fb:96 nack",
  "a=rtcp-fb:96 nack pli",
  `a=mid:${mid}`,
  `a=${direction}`,
  ...mediasoupTransport("actpass"),
  "a=rtcp-mux",
  "a=rtcp-rsize",
  ...more,
];
const sending = [
  "a=msid:stream track-1",
  "a=ssrc:2001 cname:abc",
  "a=ssrc:2002 cname:abc",
  "a=ssrc-group:FID 2001 2002",
];

/** Made up line by line after the habits of the stack, for one browser's offer of audio, video and data (mids 0, 1 and 2) or as offers of its own. */
export const mediasoup = {
  offer: sdp(
    mediasoupSession(1, " 0 1"),
    mediasoupAudio("actpass", "sendonly"),
    mediasoupVideo("1", "sendonly", ...sending),
  ),
  /** Its second section closed: port 0 with everything else left, and out of the group. */
  closed: sdp(
    mediasoupSession(2, " 0"),
    mediasoupAudio("actpass", "sendonly"),
    mediasoupVideo("1", "inactive").map((line) => line.replace("m=video 7", "m=video 0")),
  ),
  /** The closed section recycled, for other media and under a new mid. */
  recycled: sdp(
    mediasoupSession(3, " 0 2"),
    mediasoupAudio("actpass", "sendonly"),
    mediasoupAudio("actpass", "sendonly").map((line) => line.replace("a=mid:0", "a=mid:2")),
  ),
  dataOffer: sdp(
    mediasoupSession(1, " datachannel"),
    "m=application 7 UDP/DTLS/SCTP webrtc-datachannel",
    "c=IN IP4 127.0.0.1",
    "a=mid:datachannel",
    mediasoupTransport("actpass"),
    "a=sctp-port:5000",
    "a=max-message-size:262144",
  ),
  oldDataOffer: sdp(
    mediasoupSession(1, " datachannel"),
    "m=application 7 DTLS/SCTP 5000",
    "c=IN IP4 127.0.0.1",
    "a=mid:datachannel",
    mediasoupTransport("actpass"),
    "a=sctpmap:5000 webrtc-datachannel 262144",
  ),
} as const;

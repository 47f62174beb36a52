import { sdp } from "./given/descriptions.ts";

const hash = (pair: string, count: number): string => Array.from({ length: count }, () => pair).join(":");

const janusSession = (version: number, mids: string, lite = false): readonly string[] => [
  "v=0",
  `o=- 1795334636676700 ${version} IN IP4 192.0.2.10`,
  "s=VideoRoom 1234",
  "t=0 0",
  `a=group:BUNDLE${mids}`,
  "a=ice-options:trickle",
  `a=fingerprint:sha-256 ${hash("D2", 32)}`,
  "a=extmap-allow-mixed",
  "a=msid-semantic: WMS *",
  ...(lite ? ["a=ice-lite"] : []),
];
const janusTransport = (setup: string): readonly string[] => [
  "a=ice-ufrag:kV1p",
  "a=ice-pwd:Zp0Xq7TgBd5sYw2mKc9RfL",
  "a=ice-options:trickle",
  `a=setup:${setup}`,
];
const janusCandidates = [
  "a=candidate:1 1 udp 2015363327 192.0.2.10 20016 typ host",
  "a=candidate:2 1 udp 2015363583 2001:db8::10 20016 typ host",
  "a=candidate:3 1 tcp 1015022079 192.0.2.10 20017 typ host tcptype passive",
  "a=end-of-candidates",
];
const janusRejected = (media: string, format: string, mid: string): readonly string[] => [
  `m=${media} 0 ${media === "application" ? "UDP/DTLS/SCTP" : "UDP/TLS/RTP/SAVPF"} ${format}`,
  "c=IN IP4 192.0.2.10",
  "a=inactive",
  `a=mid:${mid}`,
];
const janusAudio = (setup: string, direction: string): readonly string[] => [
  "m=audio 9 UDP/TLS/RTP/SAVPF 111",
  "c=IN IP4 192.0.2.10",
  `a=${direction}`,
  "a=mid:0",
  "a=rtcp-mux",
  ...janusTransport(setup),
  "a=rtpmap:111 opus/48000/2",
  "a=msid:janus janus0",
  "a=ssrc:3001 cname:janus",
  ...janusCandidates,
];
const janusVideo = (setup: string, direction: string, ...more: readonly string[]): readonly string[] => [
  "m=video 9 UDP/TLS/RTP/SAVPF 96",
  "c=IN IP4 192.0.2.10",
  `a=${direction}`,
  "a=mid:1",
  "a=rtcp-mux",
  ...janusTransport(setup),
  "a=rtpmap:96 VP8/90000",
  ...more,
  ...janusCandidates,
];

/** Made up line by line after the habits of the stack, for one browser's offer of audio, video and data (mids 0, 1 and 2) or as offers of its own. */
export const janus = {
  offer: sdp(janusSession(1, " 0 1", true), janusAudio("actpass", "sendonly"), janusVideo("actpass", "sendonly")),
  /** Video and data refused, with nothing said of them. */
  answer: sdp(
    janusSession(1, " 0"),
    janusAudio("active", "recvonly"),
    janusRejected("video", "0", "1"),
    janusRejected("application", "0", "2"),
  ),
  /** A fixed list of feedback, whatever was offered. */
  fixedFeedback: sdp(
    janusSession(1, " 0 1"),
    janusAudio("active", "recvonly"),
    janusVideo(
      "active",
      "recvonly",
      "a=rtcp-fb:96 ccm fir",
      "a=rtcp-fb:96 nack",
      "a=rtcp-fb:96 nack pli",
      "a=rtcp-fb:96 goog-remb",
    ),
    janusRejected("application", "0", "2"),
  ),
  /** Simulcast as a draft had it, still sent to old clients. */
  draftSimulcast: sdp(
    janusSession(1, " 0 1"),
    janusAudio("active", "recvonly"),
    janusVideo("active", "recvonly", "a=rid:h recv", "a=rid:l recv", "a=simulcast: recv rid=h;l"),
    janusRejected("application", "0", "2"),
  ),
  /** A gateway that answers with a plain profile. */
  plainProfile: sdp(
    janusSession(1, " 0"),
    janusAudio("active", "recvonly").map((line) => line.replace("UDP/TLS/RTP/SAVPF", "RTP/SAVPF")),
    janusRejected("video", "0", "1"),
    janusRejected("application", "0", "2"),
  ),
  /** A gateway that leaves its role out. */
  noSetup: sdp(
    janusSession(1, " 0"),
    janusAudio("active", "recvonly").filter((line) => !line.startsWith("a=setup")),
    janusRejected("video", "0", "1"),
    janusRejected("application", "0", "2"),
  ),
} as const;

import type { MediaKind } from "../../sdp/create/capabilities.ts";
import type { Direction } from "../../sdp/description/direction.ts";

/** An m= section as it is to be written. */
export interface WrittenSection {
  readonly mid: string;
  readonly kind: MediaKind | "data";
  readonly rejected: boolean;
  readonly direction: Direction;
  /** Null where no a=msid line is due. */
  readonly streams: readonly string[] | null;
}

const formats = {
  audio: { line: "UDP/TLS/RTP/SAVPF 111", attributes: ["a=rtpmap:111 opus/48000/2", "a=rtcp-mux"] },
  video: { line: "UDP/TLS/RTP/SAVPF 96", attributes: ["a=rtpmap:96 VP8/90000", "a=rtcp-mux"] },
  data: { line: "UDP/DTLS/SCTP webrtc-datachannel", attributes: ["a=sctp-port:5000"] },
};

const fingerprint = `a=fingerprint:sha-256 ${Array.from({ length: 32 }, () => "AB").join(":")}`;

/** Writes the smallest description that says what negotiation needs. */
export function sessionDescription(
  sections: readonly WrittenSection[],
  setup: string,
  usernameFragment: string,
): string {
  const bundled = sections.filter(({ rejected }) => !rejected).map(({ mid }) => mid);
  const lines = ["v=0", "o=- 1 1 IN IP4 127.0.0.1", "s=-", "t=0 0"];
  if (bundled.length > 0) lines.push(`a=group:BUNDLE ${bundled.join(" ")}`);
  for (const section of sections) lines.push(...sectionLines(section, setup, usernameFragment));
  return `${lines.join("\r\n")}\r\n`;
}

function sectionLines(section: WrittenSection, setup: string, usernameFragment: string): readonly string[] {
  const { mid, kind, rejected, direction, streams } = section;
  const { line, attributes } = formats[kind];
  const media = kind === "data" ? "application" : kind;
  const head = [`m=${media} ${rejected ? 0 : 9} ${line}`, "c=IN IP4 0.0.0.0", `a=mid:${mid}`];
  const way = kind === "data" ? [] : [`a=${direction}`];
  if (rejected) return [...head, ...way, ...attributes.slice(0, 1)];
  return [
    ...head,
    ...way,
    ...(streams === null ? [] : streams.length === 0 ? ["a=msid:-"] : streams.map((stream) => `a=msid:${stream}`)),
    ...attributes,
    `a=setup:${setup}`,
    `a=ice-ufrag:${usernameFragment}`,
    `a=ice-pwd:${usernameFragment.padEnd(22, "0")}`,
    "a=ice-options:trickle",
    fingerprint,
  ];
}

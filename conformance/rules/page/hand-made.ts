// Offers that no browser writes, or not when it is asked for one.

const fingerprint = `a=fingerprint:sha-256 ${new Array(32).fill("CD").join(":")}`;
const transport = ["a=ice-ufrag:handMade", "a=ice-pwd:handMadePasswordOfAgent", fingerprint, "a=setup:actpass"];

function audio(port: number, ...lines: readonly string[]): readonly string[] {
  return [
    `m=audio ${port} UDP/TLS/RTP/SAVPF 0`,
    "c=IN IP4 0.0.0.0",
    ...lines,
    ...transport,
    "a=rtcp-mux",
    "a=rtpmap:0 PCMU/8000",
  ];
}

function offer(version: number, ...lines: readonly (string | readonly string[])[]): string {
  const head = ["v=0", `o=- 1 ${version} IN IP4 127.0.0.1`, "s=-", "t=0 0"];
  return [...head, ...lines.flat()].map((line) => `${line}\r\n`).join("");
}

const twoGroups = [
  "a=group:BUNDLE 0 1",
  "a=group:BUNDLE 2 3",
  ...["0", "1", "2", "3"].map((mid) => audio(9, `a=mid:${mid}`)),
];

/** Four sections in two BUNDLE groups, offered twice. */
export const twoBundles: readonly string[] = [offer(1, ...twoGroups), offer(2, ...twoGroups)];

const tlsId = `a=tls-id:${"t".repeat(40)}`;

/** A section with a tls-id, offered twice. */
export const withTlsId: readonly string[] = [
  offer(1, audio(9, "a=mid:0", tlsId)),
  offer(2, audio(9, "a=mid:0", tlsId)),
];

/** Two sections without mids, the second of them rejected in the second offer and again in the third. */
export const withoutMids: readonly string[] = [
  offer(1, audio(9), audio(9)),
  offer(2, audio(9), audio(0)),
  offer(3, audio(9), audio(0)),
];

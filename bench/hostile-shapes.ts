const fingerprint = `a=fingerprint:sha-256 ${new Array(32).fill("AB").join(":")}`;
const transport = ["a=ice-ufrag:abcd", "a=ice-pwd:0123456789012345678901", fingerprint, "a=setup:active"];
const session = ["v=0", "o=- 1 1 IN IP4 0.0.0.0", "s=-", "c=IN IP4 0.0.0.0", "t=0 0"];

type Shape = (count: number) => readonly string[];

const times = (count: number, line: (index: number) => string): string[] =>
  Array.from({ length: count }, (_, i) => line(i));
const one = (...more: readonly string[]) => [...session, ...transport, "m=audio 9 RTP/SAVPF 0", "a=mid:0", ...more];
const mids = (count: number) => times(count, String).join(" ");

/** Texts made to make time grow badly. Each gives about as many lines or words as asked. */
export const hostileShapes: Readonly<Record<string, Shape>> = {
  "bundled sections": (n) => [
    ...session,
    ...transport,
    `a=group:BUNDLE ${mids(n)}`,
    ...times(n, (i) => `m=audio 9 RTP/SAVPF 0\na=mid:${i}\na=rtcp-mux`),
  ],
  "sections on their own": (n) => [...session, ...transport, ...times(n, (i) => `m=a 9 RTP 0\na=mid:${i}`)],
  "sections with one mid": (n) => [
    ...session,
    ...transport,
    "a=group:BUNDLE 0 1",
    ...times(n, () => "m=audio 9 RTP/SAVPF 0\na=mid:0"),
  ],
  "many groups": (n) => [...session, ...transport, ...times(n, (i) => `a=group:BUNDLE ${i} x`), ...one().slice(-2)],
  "a mid in a group again and again": (n) => [
    ...session,
    `a=group:BUNDLE ${new Array(n).fill("0").join(" ")}`,
    ...one().slice(session.length),
  ],
  "session fingerprints, many sections": (n) => [
    ...session,
    ...transport,
    ...times(
      n / 8,
      (i) =>
        `a=fingerprint:sha-1 ${i
          .toString(16)
          .toUpperCase()
          .padStart(6, "0")
          .replace(/..(?=.)/g, "$&:")}`,
    ),
    ...times(n, () => "m=a 9 RTP 0"),
  ],
  "session extmaps, many sections": (n) => [
    ...session,
    ...transport,
    ...times(n / 8, (i) => `a=extmap:${i % 4096} u:${i}`),
    ...times(n, () => "m=a 9 RTP 0"),
  ],
  candidates: (n) => one(...times(n, (i) => `a=candidate:${i} 1 udp 1 1.1.1.1 9 typ host`)),
  formats: (n) => [
    ...one().slice(0, -2),
    `m=audio 9 RTP/SAVPF ${times(n, (i) => String(i % 128)).join(" ")}`,
    "a=mid:0",
  ],
  "payload types": (n) =>
    one(...times(n / 3, (i) => `a=rtpmap:${i} rtx/${i}\na=fmtp:${i} apt=${i}\na=rtcp-fb:${i} nack`)),
  extmaps: (n) => one(...times(n, (i) => `a=extmap:${i % 4096} u:${i % 7}`)),
  rids: (n) => one(...times(n, (i) => `a=rid:${i} send`), `a=simulcast:send ${times(n, String).join(";")}`),
  "unknown attributes": (n) => one(...times(n, (i) => `a=x-${i}:y`)),
  crypto: (n) => one(...times(n, () => "a=crypto:1 X inline:y")),
  "one long value": (n) => one(`a=x:${"y".repeat(n)}`),
  "one long fmtp": (n) => one(`a=fmtp:0 ${"apt=;".repeat(n)}`),
  "one long image list": (n) => one(`a=imageattr:0 send${" [x=1,y=1]".repeat(n)}`),
  "addresses without an @": (n) => [...session.slice(0, 3), ...times(n, () => "e=a"), ...session.slice(3)],
  "empty lines": (n) => times(n, () => ""),
};

const text = (lines: readonly string[]): string => `${lines.join("\n")}\n`;

/** A text of that shape and about that length, in UTF-16 code units. */
export function grown(name: string, length: number): string {
  const shape = hostileShapes[name] ?? (() => []);
  const unit = text(shape(800)).length - text(shape(0)).length;
  return text(shape(Math.max(8, Math.floor((length / unit) * 800 * 0.9))));
}

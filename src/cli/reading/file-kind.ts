const magics: readonly (readonly [kind: string, ...bytes: readonly number[]])[] = [
  ["a packet capture (pcap)", 0xd4, 0xc3, 0xb2, 0xa1],
  ["a packet capture (pcap)", 0xa1, 0xb2, 0xc3, 0xd4],
  ["a packet capture (pcap)", 0x4d, 0x3c, 0xb2, 0xa1],
  ["a packet capture (pcap)", 0xa1, 0xb2, 0x3c, 0x4d],
  ["a packet capture (pcapng)", 0x0a, 0x0d, 0x0d, 0x0a],
  ["a picture (PNG)", 0x89, 0x50, 0x4e, 0x47],
  ["a picture (JPEG)", 0xff, 0xd8, 0xff],
  ["a picture (GIF)", 0x47, 0x49, 0x46, 0x38],
  ["a picture or a recording (RIFF)", 0x52, 0x49, 0x46, 0x46],
  ["a recording (Matroska or WebM)", 0x1a, 0x45, 0xdf, 0xa3],
  ["a PDF", 0x25, 0x50, 0x44, 0x46],
];

/** What a file is by its first bytes, where that is no text; null where it may be one. */
export function binaryKind(first: Buffer): string | null {
  return magics.find(([, ...bytes]) => bytes.every((byte, at) => first[at] === byte))?.[0] ?? null;
}

/** What a text is, and what to do with it. */
export type TextKind = "dump" | "sdp" | "sdp-in-json" | "har" | "html";

/** How much of a text is looked at. */
export const kindLength = 2000;

/** What a text is by its beginning; null where that does not show. */
export function textKind(beginning: string): TextKind | null {
  const text = beginning.replace(/^\uFEFF/, "").trimStart();
  if (text.startsWith("RTCStatsDump") || (text.startsWith("{") && /"(?:PeerConnections|getUserMedia)"\s*:/.test(text)))
    return "dump";
  if (/^v=0\s/.test(text)) return "sdp";
  if (/^\{\s*"log"\s*:\s*\{/.test(text)) return "har";
  if (/^\{[^{}[\]]{0,200}"sdp"\s*:\s*"v=0/.test(text)) return "sdp-in-json";
  return /^<(?:!doctype|html)/i.test(text) ? "html" : null;
}

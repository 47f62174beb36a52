import { StringDecoder } from "node:string_decoder";
import { TextDecoder } from "node:util";

/** Decodes bytes piece by piece: UTF-16, as Windows writes it, or else UTF-8. */
export interface TextDecoding {
  write(bytes: Buffer): string;
  end(): string;
}

/** The decoding that the first bytes of a text show. */
export function textDecodingFor(first: Buffer): TextDecoding {
  const label = utf16In(first);
  if (label === null) return new StringDecoder("utf8");
  const decoder = new TextDecoder(label);
  return { write: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
}

function utf16In([one, other, third, fourth]: Buffer): "utf-16le" | "utf-16be" | null {
  if (one === 0xff && other === 0xfe) return "utf-16le";
  if (one === 0xfe && other === 0xff) return "utf-16be";
  // Without a byte order mark: two characters of ASCII.
  return isAscii(one) && other === 0 && isAscii(third) && fourth === 0 ? "utf-16le" : null;
}

function isAscii(byte: number | undefined): boolean {
  return byte !== undefined && byte > 0 && byte < 0x80;
}

import { failure, type Result, success } from "../result.ts";
import { readRtcstats } from "./rtcstats.ts";
import { rtcstatsMagic } from "./rtcstats-format.ts";
import type { TraceReading } from "./trace.ts";
import { readWebrtcInternals } from "./webrtc-internals.ts";

/**
 * Reads a dump, recognised by its content: what Chromium's chrome://webrtc-internals page saves, or rtcstats.
 *
 * @param source the whole file, decompressed: its text, or its bytes in UTF-8
 * @returns the connections with their events, or one line that says why the dump cannot be read
 * @see https://github.com/rtcstats/rtcstats
 */
export function readTrace(source: string | Uint8Array): TraceReading {
  const text = typeof source === "string" ? success(source) : textIn(source);
  if (!text.ok) return text;
  const content = text.value.startsWith("\uFEFF") ? text.value.slice(1) : text.value;
  if (content.startsWith(rtcstatsMagic)) return readRtcstats(content);
  if (content.trimStart().startsWith("{")) return readWebrtcInternals(content);
  return failure("neither a webrtc-internals dump nor an rtcstats dump");
}

// Every platform that this runs on has it, but for some versions of React Native.
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };

function textIn(bytes: Uint8Array): Result<string> {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return failure("the dump is compressed with gzip: decompress it first");
  try {
    return success(new TextDecoder().decode(bytes));
  } catch {
    return failure("the bytes cannot be decoded as UTF-8 text: the dump may be too long for one string");
  }
}

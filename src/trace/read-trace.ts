import { readRtcstats } from "./rtcstats.ts";
import { rtcstatsMagic } from "./rtcstats-magic.ts";
import { type TraceReading, unreadable } from "./trace.ts";
import { readWebrtcInternals } from "./webrtc-internals.ts";

/**
 * Reads a dump, recognised by its content: what Chromium's chrome://webrtc-internals page saves, or rtcstats.
 *
 * @param text the whole file, decompressed
 */
export function readTrace(text: string): TraceReading {
  const content = text.startsWith("\uFEFF") ? text.slice(1) : text;
  if (content.startsWith(rtcstatsMagic)) return readRtcstats(content);
  if (content.trimStart().startsWith("{")) return readWebrtcInternals(content);
  return unreadable("neither a webrtc-internals dump nor an rtcstats dump");
}

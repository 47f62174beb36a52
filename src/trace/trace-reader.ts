import type { TraceLimits, TraceStop } from "./limits.ts";
import { unreadableDump } from "./limits.ts";
import { rtcstatsReader } from "./rtcstats.ts";
import { rtcstatsMagic } from "./rtcstats-format.ts";
import type { TextReader } from "./text-reader.ts";
import type { TraceFormat, TraceListener } from "./trace.ts";
import { webrtcInternalsReader } from "./webrtc-internals.ts";

/** Reads a dump piece by piece, and tells a listener what it holds. */
export interface TraceReader extends TextReader {
  /** The format, as soon as the content shows it. */
  readonly format: TraceFormat | null;
}

/** A reader of both formats, which it recognises by the content. Keeps a line or an update at a time. */
export function traceReader(listener: TraceListener, limits: TraceLimits): TraceReader {
  let format: TraceFormat | null = null;
  let reader: TextReader | null = null;
  let isFirst = true;
  let head = "";

  function recognise(text: string, isWhole: boolean): TraceStop | null {
    head += isFirst && text.startsWith("\uFEFF") ? text.slice(1) : text;
    isFirst &&= text === "";
    if (head.startsWith(rtcstatsMagic)) {
      format = "rtcstats";
      reader = rtcstatsReader(listener, limits);
    } else if (!isWhole && rtcstatsMagic.startsWith(head)) {
      return null;
    } else {
      head = head.trimStart();
      if (head === "" && !isWhole) return null;
      if (!head.startsWith("{")) return unreadableDump("neither a webrtc-internals dump nor an rtcstats dump");
      format = "webrtc-internals";
      reader = webrtcInternalsReader(listener, limits);
    }
    const begun = head;
    head = "";
    return reader.push(begun);
  }

  return {
    get format() {
      return format;
    },
    push: (text) => (reader === null ? recognise(text, false) : reader.push(text)),
    end() {
      const stop = reader === null ? recognise("", true) : null;
      return stop ?? reader?.end() ?? null;
    },
    place: () => reader?.place() ?? "before its first line",
  };
}

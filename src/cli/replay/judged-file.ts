import type { OracleOptions } from "../../oracle/oracle.ts";
import { createDetailedJudging } from "../../report/detailed-report.ts";
import { createJudging, type Report } from "../../report/report.ts";
import { failure, type Result, success } from "../../result.ts";
import { traceReader } from "../../trace/trace-reader.ts";
import type { InputStop } from "../input.ts";
import { kindLength, type TextKind, textKind } from "../reading/file-kind.ts";
import { type ReadingLimits, stopText, traceLimitsOf } from "../reading-limits.ts";

/** Judges a dump while its text is read. */
export interface FileJudge {
  /** Takes a piece; false where no more is wanted. */
  take(text: string): boolean;
  /** What was judged, also where the text ends too early; where nothing can be, the reason is a line. */
  report(unread: InputStop | null): Result<Report>;
}

/** Judges the dump of that name. */
export function fileJudge(
  name: string,
  options: OracleOptions,
  limits: ReadingLimits,
  { withSdp }: { readonly withSdp: boolean },
): FileJudge {
  // Only a page shows SDP.
  const judging = withSdp ? createDetailedJudging(options) : createJudging(options);
  const reader = traceReader(judging, traceLimitsOf(limits));
  let stop: ReturnType<typeof reader.push> = null;
  let beginning = "";
  return {
    take(text) {
      if (beginning.length < kindLength) beginning += text.slice(0, kindLength);
      stop = reader.push(text);
      return stop === null;
    },
    report(unread) {
      if (unread === null) stop ??= reader.end();
      const { format } = reader;
      const isJudged = format !== null && (unread !== null || stop === null || stop.isPartial);
      if (isJudged) return success(judging.report(name, format, endOf(unread)));
      const kind = textKind(beginning);
      if (kind !== null && kind !== "dump") return failure(`${noDump}: it is ${kinds[kind]}`);
      return failure(
        unread?.reason.replace(/^it is /, `${noDump}: it is `) ?? (stop === null ? noDump : stopText(stop)),
      );
    },
  };

  /** Why the dump was not judged to its end; null where it was. */
  function endOf(unread: InputStop | null): string | null {
    if (unread !== null) return unread.isOverLimit ? unread.reason : `${unread.reason} ${reader.place()}`;
    return stop === null ? null : stopText(stop);
  }
}

const noDump = "neither a webrtc-internals dump nor an rtcstats dump";

const kinds: Readonly<Record<Exclude<TextKind, "dump">, string>> = {
  sdp: "an SDP: use jsep-machine check",
  "sdp-in-json": "an SDP in JSON: take it out of the JSON, and use jsep-machine check",
  har: "a HAR file, which holds HTTP requests and no calls of a peer connection: save a dump in chrome://webrtc-internals",
  html: "a web page: save a dump in chrome://webrtc-internals with its download button",
};

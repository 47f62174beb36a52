import type { RtcpMuxPolicy } from "./rules/judged-description.ts";
import type { SdpRuleId } from "./rules/sdp-rules.ts";
import type { ReadingOptions } from "./text/reader.ts";

/** How a text is read. */
export interface ParseOptions {
  /** In UTF-16 code units. Longer text is not read. Default 1048576. */
  readonly maxSdpLength?: number | undefined;
  /**
   * Ids of rules that only warn. Of the syntax, S4 (the malformed attribute is ignored), S5 (the first value counts)
   * and S6 can be tolerated, and every rule on the content; `tolerable` in `sdpRules` says so of each. Default none.
   */
  readonly tolerate?: readonly SdpRuleId[] | undefined;
}

/** How a description is judged: what SessionOptions say about SDP, every member given. */
export interface JudgeOptions {
  readonly rtcpMuxPolicy: RtcpMuxPolicy;
  readonly maxSdpLength: number;
  readonly tolerate: readonly SdpRuleId[];
}

/** The default bound on the length of a description, in UTF-16 code units. */
export const defaultMaxSdpLength = 1048576;

const noRules: ReadonlySet<string> = new Set();

/** The options as the readers of text take them, without warnings. */
export function readingOptions({ maxSdpLength = defaultMaxSdpLength, tolerate }: ParseOptions): ReadingOptions {
  const isList = Array.isArray(tolerate) && tolerate.length > 0;
  return { maxSdpLength, tolerate: isList ? new Set(tolerate) : noRules, warn: null };
}

import type { RtcpMuxPolicy } from "./rules/judged-description.ts";
import type { SdpRuleId } from "./rules/sdp-rules.ts";
import { quote } from "./text/quote.ts";
import type { ReadingOptions } from "./text/reader.ts";

/** How a text is read. */
export interface ParseOptions {
  /** In UTF-16 code units. Longer text is not read. Default 1048576. */
  readonly maxSdpLength?: number | undefined;
  /**
   * Ids of rules that only warn. Of the syntax, S4 (the malformed attribute is ignored), S5 (the first value counts),
   * S6 and S7 can be tolerated, and every rule on the content; `tolerable` in `sdpRules` says so of each. Default none.
   */
  readonly tolerate?: readonly SdpRuleId[] | undefined;
}

/** How a text is judged. */
export interface SdpOptions extends ParseOptions {
  /** RTCRtcpMuxPolicy. Default "require". */
  readonly rtcpMuxPolicy?: RtcpMuxPolicy | undefined;
}

/** How a text is judged, every option given. */
export interface JudgeOptions {
  readonly rtcpMuxPolicy: RtcpMuxPolicy;
  readonly maxSdpLength: number;
  readonly tolerate: readonly string[];
}

/** The default bound on the length of a description, in UTF-16 code units. */
export const defaultMaxSdpLength = 1048576;

/** A clause on the first member that is no option of these names; null where all are. */
export function unknownOption(options: object, names: readonly string[]): string | null {
  const unknown = Object.keys(options).find((name) => !names.includes(name));
  return unknown === undefined ? null : `unknown option ${quote(unknown)}`;
}

const nothing: ReadonlySet<string> = /* @__PURE__ */ new Set();

/** The options as the readers of text take them, without a listener. A list of rules that is no array is empty. */
export function readingOptions({ maxSdpLength = defaultMaxSdpLength, tolerate }: ParseOptions): ReadingOptions {
  const isList = Array.isArray(tolerate) && tolerate.length > 0;
  return { maxSdpLength, tolerate: isList ? new Set(tolerate) : nothing, listener: null };
}

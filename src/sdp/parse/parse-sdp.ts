import { readSdp } from "../description/read-sdp.ts";
import { type ParseOptions, readingOptions } from "../options.ts";
import type { SdpRuleId } from "../rules/sdp-rules.ts";
import { tooLong } from "../text/read-text.ts";
import { modelOf } from "./model.ts";
import type { ParsedSdp } from "./parsed-sdp.ts";

/** Why a text was not parsed. */
export interface SdpSyntaxError {
  /** The first line that is wrong, 1-based. */
  readonly sdpLineNumber: number;
  /** The id of the rule, one of `sdpRules`. */
  readonly rule: SdpRuleId;
  readonly message: string;
}

/** The description, or the first thing that keeps the text from being one. */
export type ParseResult =
  | { readonly ok: true; readonly sdp: ParsedSdp }
  | { readonly ok: false; readonly error: SdpSyntaxError };

/**
 * Parses a description: its syntax is judged (rules S1 to S6, L1 for text that is too long), its content is not.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8866.html#section-9
 * @see https://www.rfc-editor.org/rfc/rfc9429.html#section-5.8
 */
export function parseSdp(text: string, options: ParseOptions = {}): ParseResult {
  const read = readSdp(text, readingOptions(options ?? {}));
  if (!read.ok) return failed(read.reason);
  const sdp = modelOf(read.value);
  return sdp === null ? failed(tooLong("more than its model can hold")) : Object.freeze({ ok: true, sdp });
}

function failed({ sdpLineNumber, rule, message }: SdpSyntaxError): ParseResult {
  return Object.freeze({ ok: false, error: Object.freeze({ sdpLineNumber, rule, message }) });
}

import { readSdp } from "../description/read-sdp.ts";
import { type ParseOptions, readingOptions, unknownOption } from "../options.ts";
import type { SdpRuleId } from "../rules/sdp-rules.ts";
import type { Fault } from "../text/fault.ts";
import { tooLong } from "../text/read-text.ts";
import { modelOf } from "./model.ts";
import type { ParsedSdp } from "./parsed-sdp.ts";

/** Why a text was not parsed. */
export interface SdpSyntaxError {
  /** The first line that is wrong, 1-based. */
  readonly sdpLineNumber: number;
  /** The id of the rule, one of `sdpRules`. */
  readonly rule: SdpRuleId;
  /** With the column, where a single place of the line is wrong. */
  readonly message: string;
}

/** The description, or the first line that is wrong. */
export type ParseResult =
  | { readonly ok: true; readonly sdp: ParsedSdp }
  | { readonly ok: false; readonly error: SdpSyntaxError };

const optionNames = ["maxSdpLength", "tolerate"] as const satisfies readonly (keyof ParseOptions)[];

/**
 * Parses a description: its syntax is judged (rules S1 to S7, L1 for text that is too long), its content is not.
 *
 * @param text the SDP; any other value gives an error, not an exception
 * @param options how the text is read; members that are undefined have their default
 * @throws TypeError where the options have a member of another name
 * @see https://www.rfc-editor.org/rfc/rfc8866.html#section-9
 * @see https://www.rfc-editor.org/rfc/rfc9429.html#section-5.8
 */
export function parseSdp(text: string, options?: ParseOptions): ParseResult {
  // Untyped callers pass null for empty options.
  const given = options ?? {};
  const unknown = unknownOption(given, optionNames);
  if (unknown !== null) throw new TypeError(`parseSdp: ${unknown}`);
  const read = readSdp(text, readingOptions(given));
  if (!read.ok) return failed(read.reason);
  const sdp = modelOf(read.value);
  return sdp === null ? failed(tooLong("more than its model can hold")) : Object.freeze({ ok: true, sdp });
}

function failed({ sdpLineNumber, sdpColumn, rule, message: problem }: Fault): ParseResult {
  const message = sdpColumn === null ? problem : `column ${sdpColumn}: ${problem}`;
  return Object.freeze({ ok: false, error: Object.freeze({ sdpLineNumber, rule, message }) });
}

/**
 * Parses and checks SDP, and lists the rules that it is checked by.
 *
 * @module
 */
export { type CheckContext, checkSdp } from "../sdp/check-sdp.ts";
export type { Finding } from "../sdp/finding.ts";
export type { ParseOptions, SdpOptions } from "../sdp/options.ts";
export { type ParseResult, parseSdp, type SdpSyntaxError } from "../sdp/parse/parse-sdp.ts";
export type {
  JsonValue,
  ParsedAttribute,
  ParsedCandidate,
  ParsedFingerprint,
  ParsedGroup,
  ParsedSdp,
  ParsedSection,
} from "../sdp/parse/parsed-sdp.ts";
export { deployedTolerances } from "../sdp/rules/deployed-tolerances.generated.ts";
export type { RtcpMuxPolicy } from "../sdp/rules/judged-description.ts";
export { type SdpRule, type SdpRuleId, sdpRules } from "../sdp/rules/sdp-rules.ts";

export { type CheckContext, checkSdp } from "../sdp/check-sdp.ts";
export type { Finding } from "../sdp/finding.ts";
export type { ParseOptions } from "../sdp/options.ts";
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
export type { RuleEntry as SdpRule } from "../sdp/rule-entry.ts";
export type { RtcpMuxPolicy } from "../sdp/rules/judged.ts";
export { sdpRules } from "../sdp/sdp-rules.ts";

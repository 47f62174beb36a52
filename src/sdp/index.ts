export { type CheckContext, checkSdp } from "./check-sdp.ts";
export type { Finding } from "./finding.ts";
export { judgeSdp } from "./judge-sdp.ts";
export type { DescriptionType, RtcpMuxPolicy, SlotDescription, Slots } from "./judged.ts";
export { defaultMaxSdpLength, type JudgeOptions, type ParseOptions } from "./options.ts";
export { type ParseResult, parseSdp, type SdpSyntaxError } from "./parse-sdp.ts";
export type {
  JsonValue,
  ParsedAttribute,
  ParsedCandidate,
  ParsedFingerprint,
  ParsedGroup,
  ParsedSdp,
  ParsedSection,
} from "./parsed-sdp.ts";
export { sdpRules } from "./sdp-rules.ts";
export type { RuleEntry as SdpRule } from "./syntax-rules.ts";

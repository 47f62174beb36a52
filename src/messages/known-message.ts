import type { SdpRuleId } from "../sdp/rules/sdp-rules.ts";
import type { RejectionCode } from "../session/rejection/rejection-codes.ts";

/** Implementations whose messages are known. */
export const messageSources = ["Chromium", "Firefox", "Safari", "@roamhq/wrtc", "Pion"] as const;

/** An implementation that writes messages. */
export type MessageSource = (typeof messageSources)[number];

/** The implementations that libwebrtc is in. */
export const libwebrtc: readonly MessageSource[] = ["Chromium", "Safari", "@roamhq/wrtc"];

/** A message of a browser or stack that people search for. */
export interface KnownMessage {
  /** As it is written. What varies stands between braces, as in `Called in wrong state: {state}`. */
  readonly message: string;
  /** Other wordings of it: older ones, or another implementation's. */
  readonly also: readonly string[];
  readonly sources: readonly MessageSource[];
  /** The name of the error that comes with it. */
  readonly error: string;
  /** What it says, in a sentence. */
  readonly means: string;
  /** How it usually comes about, a sentence each. */
  readonly causes: readonly string[];
  /** What to do, a sentence each. */
  readonly remedies: readonly string[];
  /** The codes that this library gives such a refusal, the likeliest first. */
  readonly codes: readonly RejectionCode[];
  /** The SDP rules that are broken; empty where SDP is not at fault. */
  readonly rules: readonly SdpRuleId[];
}

import type { RtcpMuxPolicy } from "./rules/judged.ts";

/** How a text is read. */
export interface ParseOptions {
  /** In UTF-16 code units; 1048576 unless told. Longer text is not read. */
  readonly maxSdpLength?: number | undefined;
  /**
   * Ids of rules that only warn: any D, A or R rule, and of the syntax S4 (the malformed attribute is ignored), S5
   * (the first value counts) and S6. After a breach of S1, S2 or S3 nobody knows what the lines mean, and L1 is a
   * bound, so that these are never tolerated.
   */
  readonly tolerate?: readonly string[] | undefined;
}

/** How a description is judged: what SessionOptions say about SDP, every member given. */
export interface JudgeOptions {
  readonly rtcpMuxPolicy: RtcpMuxPolicy;
  readonly maxSdpLength: number;
  readonly tolerate: readonly string[];
}

/** The default bound on the length of a description, in UTF-16 code units. */
export const defaultMaxSdpLength = 1048576;

const nothing: ReadonlySet<string> = new Set();

/** The ids as a set; no list is none. */
export function tolerance(ids: readonly string[] | undefined): ReadonlySet<string> {
  return Array.isArray(ids) && ids.length > 0 ? new Set(ids) : nothing;
}

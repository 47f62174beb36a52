/** One `a=` line; the value is empty where it has none. */
export interface ParsedAttribute {
  readonly name: string;
  readonly value: string;
  /** 1-based. */
  readonly sdpLineNumber: number;
}

/** One `a=fingerprint`. */
export interface ParsedFingerprint {
  readonly algorithm: string;
  readonly value: string;
  readonly sdpLineNumber: number;
}

/** One `a=candidate`. */
export interface ParsedCandidate {
  readonly foundation: string;
  readonly component: number;
  readonly transport: string;
  readonly priority: number;
  readonly address: string;
  readonly port: number;
  readonly type: string;
  readonly relatedAddress: string | null;
  readonly relatedPort: number | null;
  /** The name and value pairs after these, in order; a value may be empty. */
  readonly extensions: readonly { readonly name: string; readonly value: string }[];
  readonly sdpLineNumber: number;
}

/** One `a=group`. */
export interface ParsedGroup {
  readonly semantics: string;
  readonly mids: readonly string[];
  readonly sdpLineNumber: number;
}

/**
 * A media section. Where a section has no attribute of its own and the session may have it, the member holds the
 * session's.
 */
export interface ParsedSection {
  readonly mLineIndex: number;
  /** Of its m= line, 1-based. */
  readonly sdpLineNumber: number;
  readonly mid: string | null;
  readonly media: string;
  readonly port: number;
  readonly protocol: string;
  readonly formats: readonly string[];
  readonly direction: "sendrecv" | "sendonly" | "recvonly" | "inactive";
  readonly bundleOnly: boolean;
  readonly rejected: boolean;
  readonly rtcpMux: boolean;
  readonly rtcpMuxOnly: boolean;
  readonly fingerprints: readonly ParsedFingerprint[];
  readonly iceOptions: readonly string[];
  readonly candidates: readonly ParsedCandidate[];
  /** All its a= lines, unknown ones too. */
  readonly attributes: readonly ParsedAttribute[];
}

/** Plain JSON. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue };

/** A description as frozen plain data. */
export interface ParsedSdp {
  /** The value of the o= line. */
  readonly origin: string;
  readonly groups: readonly ParsedGroup[];
  /** The a= lines of the session part. */
  readonly attributes: readonly ParsedAttribute[];
  readonly sections: readonly ParsedSection[];
  /** What the package sdp-transform makes of the same text, frozen; a number that JSON cannot hold is a string. */
  readonly transformed: { readonly [name: string]: JsonValue };
}

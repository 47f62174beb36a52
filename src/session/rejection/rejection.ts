import type { SdpType, Side, SignalingState } from "../../signaling/transition-table.ts";
import type { Reference } from "../../specifications.ts";
import type { RejectionCode } from "./rejection-codes.ts";

/** What every refusal says. */
export interface RejectionBase {
  /** Stable and machine-readable; all codes are listed in `rejectionCodes`. */
  readonly code: RejectionCode;
  /** For people: what was refused, in which state, and what would have been legal. */
  readonly message: string;
  readonly signalingState: SignalingState;
  readonly side: Side | null;
  readonly type: SdpType | null;
  /** The id of the SDP rule that was broken, or null. */
  readonly rule: string | null;
  /** Where the rule stands. */
  readonly reference: Reference;
}

/** A refusal without more to say than its name. */
export interface PlainRejection extends RejectionBase {
  readonly error: "TypeError" | "InvalidStateError" | "InvalidModificationError" | "OperationError";
}

/** The SDP could not be parsed. */
export interface SyntaxRejection extends RejectionBase {
  readonly error: "RTCError";
  readonly errorDetail: "sdp-syntax-error";
  /** The first line that is wrong, 1-based. */
  readonly sdpLineNumber: number;
}

/** The SDP says something that is not acceptable. */
export interface ContentRejection extends RejectionBase {
  readonly error: "InvalidAccessError";
  /** The index of the media section, 0-based; null for the session as a whole. */
  readonly mLineIndex: number | null;
  readonly mid: string | null;
  /** The line at fault, 1-based; null where no single line is. */
  readonly sdpLineNumber: number | null;
}

/** Why a call was refused: plain data, told apart by `error`. `toException` makes the exception of it. */
export type Rejection = PlainRejection | SyntaxRejection | ContentRejection;

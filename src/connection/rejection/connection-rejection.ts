import type { Rejection } from "../../session/rejection/rejection.ts";
import type { SignalingState } from "../../signaling/transition-table.ts";
import type { Reference } from "../../specifications.ts";
import type { CallErrorName, CallRejectionCode } from "./call-rejection-codes.ts";

/** Why a call was refused that sets no description. */
export interface CallRejection {
  readonly error: CallErrorName;
  /** Stable and machine-readable; all codes are listed in `callRejectionCodes`. */
  readonly code: CallRejectionCode;
  /** For people: what was refused, and what to do. */
  readonly message: string;
  readonly signalingState: SignalingState;
  /** Where the rule stands. */
  readonly reference: Reference;
}

/** Why a call was refused: a rejection of the session's, or one of the connection's own. */
export type ConnectionRejection = Rejection | CallRejection;

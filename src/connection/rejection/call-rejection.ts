import { type Draft, emit } from "../draft.ts";
import type { CallId } from "../input.ts";
import { type CallRejectionCode, callCodeEntry } from "./call-rejection-codes.ts";
import type { CallRejection, ConnectionRejection } from "./connection-rejection.ts";

/** The rejection of a call of that method. The reason is a clause, what to do a sentence. */
export function refuseCall(
  { session: { signalingState } }: Pick<Draft, "session">,
  method: string,
  code: CallRejectionCode,
  reason: string,
  remedy: string,
): CallRejection {
  const { error, reference } = callCodeEntry(code);
  return Object.freeze({
    error,
    code,
    message: `${method}() is refused: ${reason}. ${remedy}`,
    signalingState,
    reference,
  });
}

/** The rejection of a call on a closed connection. */
export function refuseOnClosed(draft: Draft, method: string): CallRejection {
  return refuseCall(
    draft,
    method,
    "call-on-closed-connection",
    "the connection is closed",
    "A closed connection allows no call.",
  );
}

/** Throws in a call. */
export function throwFrom(draft: Draft, call: CallId, rejection: ConnectionRejection): void {
  emit(draft, { type: "throw", call, rejection });
}

/** Returns from a call; the value is the id of what the method returns, or null. */
export function returnFrom(draft: Draft, call: CallId, value: number | null = null): void {
  emit(draft, { type: "return", call, value });
}

/** Rejects the promise of a call that has not come into the chain. */
export function rejectCall(draft: Draft, call: CallId, rejection: ConnectionRejection): void {
  emit(draft, { type: "reject", call, rejection });
}

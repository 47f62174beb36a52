import { cut } from "../sdp/text/quote.ts";
import { sdpTypeNamed, sideNamed } from "../signaling/names.ts";
import type { SdpType, Side } from "../signaling/transition-table.ts";
import { type Rejected, rejected } from "./outcome.ts";
import { callName, plainRejection } from "./rejection/refuse.ts";
import { requireSession, type Session } from "./session.ts";

/**
 * The stack could not apply a legal description (resources, identity validation, …): gives the rejection to pass to the
 * application, always an OperationError. The session stays as it is.
 *
 * @param session the session from before the call or, after an implicit rollback, `rolledBack.session`
 * @param message what went wrong, in the stack's words; its first 300 characters are kept
 * @throws TypeError where `session` is not a session
 * @see https://w3c.github.io/webrtc-pc/#set-description
 */
export function operationFailed(session: Session, side: Side, type: SdpType, message: string): Rejected {
  requireSession("operationFailed", session);
  const call = { side: sideNamed(side), type: sdpTypeNamed(type) };
  const reason = typeof message === "string" ? cut(message, 300) : "no reason was given";
  const text = `${callName(call)} failed in ${session.signalingState}: ${reason}`;
  return rejected(session, plainRejection(session, call, "operation-failed", text));
}

import { sdpTypes, sides } from "../signaling/edge.generated.ts";
import type { SdpType, Side } from "../signaling/transition-table.ts";
import { type Rejected, rejected } from "./outcome.ts";
import { callName, plainRejection } from "./rejection/refuse.ts";
import type { Session } from "./session.ts";

/**
 * The stack could not apply a legal description (resources, identity validation, …): the rejection to hand to the
 * application, always an OperationError. The session is unchanged: keep the one from before the call, or, where
 * the outcome had a `rolledBack`, pass that one.
 *
 * @param message what went wrong, in the stack's words
 * @see https://w3c.github.io/webrtc-pc/#set-description
 */
export function operationFailed(session: Session, side: Side, type: SdpType, message: string): Rejected {
  const call = {
    side: sides.find((name) => name === side) ?? null,
    type: sdpTypes.find((name) => name === type) ?? null,
  };
  const reason = typeof message === "string" ? message : "no reason";
  const said = `${callName(call)} failed in ${session.signalingState}: ${reason}`;
  return rejected(session, plainRejection(session, call, "operation-failed", said));
}

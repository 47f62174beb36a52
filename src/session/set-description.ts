import type { Side } from "../signaling/transition-table.ts";
import { applyDescription, effectsOf, rollBack } from "./apply.ts";
import { type Decision, decideLocal, decideRemote } from "./decide.ts";
import { applied, create, none, type Outcome, rejected } from "./outcome.ts";
import { sdpRejection } from "./rejection/sdp-rejection.ts";
import { makeDescription, type Session } from "./session.ts";

/**
 * Sets a local description, as RTCPeerConnection.setLocalDescription() would.
 *
 * Without SDP, the offer or answer that was created last is used; where there is none, the outcome is `create`:
 * the stack creates it, reports it with `offerCreated` or `answerCreated`, and calls again.
 *
 * Rejections, in this order: TypeError (the argument), InvalidStateError, InvalidModificationError (not the created
 * SDP), and with `sdp: "validate"` OperationError (too long), RTCError (syntax), InvalidAccessError (content).
 *
 * @param session the session before; left untouched
 * @param description an RTCLocalSessionDescriptionInit, or nothing
 * @see https://w3c.github.io/webrtc-pc/#dom-peerconnection-setlocaldescription
 */
export function setLocalDescription(session: Session, description?: unknown): Outcome {
  return carryOut(session, "local", decideLocal(session, description));
}

/**
 * Sets a remote description, as RTCPeerConnection.setRemoteDescription() would. An offer that crosses a local one
 * first rolls that back, where the profile has implicit rollback.
 *
 * Rejections, in this order: TypeError (the argument), InvalidStateError, and with `sdp: "validate"` OperationError
 * (too long), RTCError (syntax), InvalidAccessError (content). An implicit rollback before one of the last three stands.
 *
 * @param session the session before; left untouched
 * @param description an RTCSessionDescriptionInit
 * @see https://w3c.github.io/webrtc-pc/#dom-peerconnection-setremotedescription
 */
export function setRemoteDescription(session: Session, description?: unknown): Outcome {
  return carryOut(session, "remote", decideRemote(session, description));
}

/** What becomes of the session once it is decided; the rest of the judgement, of the SDP, happens here. */
export function carryOut(session: Session, side: Side, decision: Decision): Outcome {
  if (decision.kind === "reject") return rejected(session, decision.rejection);
  if (decision.kind === "create") return create(session, decision.type);
  const { type, sdp, implicitRollback } = decision;
  if (type === "rollback") {
    const after = rollBack(session);
    return applied(after, effectsOf(session, after, side, type));
  }
  const description = makeDescription(type, sdp);
  // An implicit rollback stands even where the offer is then refused.
  const before = implicitRollback ? rollBack(session) : session;
  const ofRollback = implicitRollback ? effectsOf(session, before, "local", "rollback") : none;
  const rejection = sdpRejection(before, side, description);
  if (rejection !== null) return rejected(before, rejection, ofRollback);
  const after = applyDescription(before, side, description);
  const effects = effectsOf(before, after, side, type);
  if (!implicitRollback) return applied(after, effects);
  return applied(after, Object.freeze([...ofRollback, ...effects]), before);
}

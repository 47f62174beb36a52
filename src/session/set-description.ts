import type { Side } from "../signaling/index.ts";
import { applyDescription, effectsOf } from "./apply.ts";
import { type Decision, decideLocal, decideRemote } from "./decide.ts";
import { applied, create, type Outcome, rejected } from "./outcome.ts";
import type { Session } from "./session.ts";

/**
 * Sets a local description, as RTCPeerConnection.setLocalDescription() would.
 *
 * Without SDP, the offer or answer that was created last is used; where there is none, the outcome is `create`:
 * the stack creates it, reports it with `offerCreated` or `answerCreated`, and calls again.
 *
 * Rejections: TypeError (the argument), InvalidStateError, InvalidModificationError (not the created SDP).
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
 * Rejections: TypeError (the argument), InvalidStateError.
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
  const { type, sdp } = decision;
  if (!decision.implicitRollback) {
    const after = applyDescription(session, side, type, sdp);
    return applied(after, effectsOf(session, after, side, type));
  }
  const rolledBack = applyDescription(session, "local", "rollback", "");
  const after = applyDescription(rolledBack, side, type, sdp);
  const effects = [...effectsOf(session, rolledBack, "local", "rollback"), ...effectsOf(rolledBack, after, side, type)];
  return applied(after, Object.freeze(effects), rolledBack);
}

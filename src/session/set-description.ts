import type { SdpType, Side } from "../signaling/transition-table.ts";
import { effectsOf, withDescription } from "./apply.ts";
import { type Apply, decideLocal, decideRemote, decideState, type Reject, type RollBackFirst } from "./decide.ts";
import {
  type Applied,
  appliedDescription,
  create,
  type Outcome,
  type Rejected,
  type RolledBack,
  rejected,
} from "./outcome.ts";
import { sdpRejection } from "./rejection/sdp-rejection.ts";
import { requireSession, type Session } from "./session.ts";

/** RTCLocalSessionDescriptionInit. @see https://w3c.github.io/webrtc-pc/#dom-rtclocalsessiondescriptioninit */
export interface LocalSessionDescriptionInit {
  readonly type?: SdpType | undefined;
  readonly sdp?: string | undefined;
}

/** RTCSessionDescriptionInit. @see https://w3c.github.io/webrtc-pc/#dom-rtcsessiondescriptioninit */
export interface SessionDescriptionInit {
  readonly type: SdpType;
  readonly sdp?: string | undefined;
}

/**
 * Sets a local description, as RTCPeerConnection.setLocalDescription() would.
 *
 * Without SDP, the offer or answer that was created last is used; where none was created, the outcome is `create`:
 * the stack creates it, passes it to `offerCreated` or `answerCreated`, and calls again.
 *
 * Rejections, in this order: TypeError (the argument), InvalidStateError, InvalidModificationError (not the created
 * SDP), and with `sdp: "validate"` OperationError (too long), RTCError (syntax), InvalidAccessError (content).
 *
 * @param session the session before, which stays as it is; a JSON copy will do
 * @param description an RTCLocalSessionDescriptionInit, or nothing; any value is converted as Web IDL does
 * @throws TypeError where `session` is not a session
 * @see https://w3c.github.io/webrtc-pc/#dom-peerconnection-setlocaldescription
 */
export function setLocalDescription(session: Session, description?: LocalSessionDescriptionInit): Outcome;
export function setLocalDescription(session: Session, description?: unknown): Outcome;
export function setLocalDescription(session: Session, description?: unknown): Outcome {
  requireSession("setLocalDescription", session);
  const decision = decideLocal(session, description);
  return decision.kind === "create-first" ? create(session, decision.type) : setAsDecided(session, "local", decision);
}

/**
 * Sets a remote description, as RTCPeerConnection.setRemoteDescription() would. An offer that crosses a local one
 * first rolls that back, where the profile has implicit rollback: `rolledBack` holds the session in between, which is
 * to be committed first, also where the offer is then rejected.
 *
 * Rejections, in this order: TypeError (the argument), InvalidStateError, and unless `sdp` is "opaque" OperationError
 * (too long), RTCError (syntax), InvalidAccessError (content).
 *
 * @param session the session before, which stays as it is; a JSON copy will do
 * @param description an RTCSessionDescriptionInit; any value is converted as Web IDL does
 * @throws TypeError where `session` is not a session
 * @see https://w3c.github.io/webrtc-pc/#dom-peerconnection-setremotedescription
 */
export function setRemoteDescription(session: Session, description: SessionDescriptionInit): Applied | Rejected;
export function setRemoteDescription(session: Session, description?: unknown): Applied | Rejected;
export function setRemoteDescription(session: Session, description?: unknown): Applied | Rejected {
  requireSession("setRemoteDescription", session);
  return setAsDecided(session, "remote", decideRemote(session, description));
}

function setAsDecided(session: Session, side: Side, decision: Apply | RollBackFirst | Reject): Applied | Rejected {
  if (decision.kind === "reject") return rejected(session, decision.rejection);
  return decision.kind === "apply" ? apply(session, side, decision, null) : rollBackFirst(session, decision);
}

// An implicit rollback stands even where the offer is then refused.
function rollBackFirst(session: Session, { offer, signalingState }: RollBackFirst): Applied | Rejected {
  const before = withDescription(session, "local", { type: "rollback", sdp: "" }, signalingState);
  const rolledBack = Object.freeze({
    session: before,
    effects: effectsOf(session, before, "local", "rollback"),
  });
  const decision = decideState(before, "remote", offer);
  if (decision.kind === "reject") return rejected(before, decision.rejection, rolledBack);
  return apply(before, "remote", decision, rolledBack);
}

function apply(
  session: Session,
  side: Side,
  { description, signalingState }: Apply,
  rolledBack: RolledBack | null,
): Applied | Rejected {
  const rejection = sdpRejection(session, side, description);
  if (rejection !== null) return rejected(session, rejection, rolledBack);
  const after = withDescription(session, side, description, signalingState);
  const effects = effectsOf(session, after, side, description.type);
  return appliedDescription(after, effects, Object.freeze(description), rolledBack);
}

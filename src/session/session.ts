import type { Description, DescriptionSlots } from "../signaling/description.ts";
import { edge } from "../signaling/edge.generated.ts";
import type { SdpType, Side, SignalingState } from "../signaling/transition-table.ts";
import { type ResolvedOptions, sharedOptions } from "./options.ts";

/**
 * What JSEP and webrtc-pc remember of one peer connection's signaling: immutable plain data that survives
 * `structuredClone` and JSON.
 *
 * @see https://w3c.github.io/webrtc-pc/#rtcpeerconnection-interface
 */
export interface Session extends DescriptionSlots {
  readonly signalingState: SignalingState;
  /** The SDP that createOffer() made last; "" when there is none. */
  readonly lastCreatedOffer: string;
  /** The SDP that createAnswer() made last; "" when there is none. */
  readonly lastCreatedAnswer: string;
  /** Shared between sessions with the same options. */
  readonly options: ResolvedOptions;
}

/** The pending local description, else the current one. @see https://w3c.github.io/webrtc-pc/#dom-peerconnection-localdescription */
export function localDescription(session: Session): Description | null {
  return session.pendingLocalDescription ?? session.currentLocalDescription;
}

/** The pending remote description, else the current one. @see https://w3c.github.io/webrtc-pc/#dom-peerconnection-remotedescription */
export function remoteDescription(session: Session): Description | null {
  return session.pendingRemoteDescription ?? session.currentRemoteDescription;
}

/** Does the state machine have that edge, under the session's profile? Implicit rollback is no edge. */
export function isLegal(session: Session, side: Side, type: SdpType): boolean {
  return edge(session.signalingState, side, type, session.options.profile.rollbackFromPranswer) !== null;
}

/** Does a call that is illegal by itself go through after an implicit rollback? Only a remote offer may. */
export function needsImplicitRollback(session: Session, side: Side, type: SdpType): boolean {
  return (
    side === "remote" &&
    type === "offer" &&
    session.options.profile.implicitRollback &&
    !isLegal(session, "remote", "offer") &&
    isLegal(session, "local", "rollback")
  );
}

/** A frozen session. Every session is made here, member by member: one shape for the engine, no stray keys. */
export function makeSession(session: Session): Session {
  // Ours are frozen through and through; one look at the options tells a JSON copy, which its owner could still change.
  const { options } = session;
  const own = Object.isFrozen(options);
  const kept = (slot: Description | null) => (own || slot === null ? slot : makeDescription(slot.type, slot.sdp));
  return Object.freeze({
    signalingState: session.signalingState,
    pendingLocalDescription: kept(session.pendingLocalDescription),
    currentLocalDescription: kept(session.currentLocalDescription),
    pendingRemoteDescription: kept(session.pendingRemoteDescription),
    currentRemoteDescription: kept(session.currentRemoteDescription),
    lastCreatedOffer: session.lastCreatedOffer,
    lastCreatedAnswer: session.lastCreatedAnswer,
    options: own ? options : sharedOptions(options),
  });
}

/** A frozen description. */
export function makeDescription(type: Description["type"], sdp: string): Description {
  return Object.freeze({ type, sdp });
}

import type { Description, DescriptionSlots, DescriptionType } from "../signaling/description.ts";
import type { SignalingState } from "../signaling/transition-table.ts";
import { type ResolvedOptions, sharedOptions } from "./options.ts";

/**
 * What JSEP and webrtc-pc remember of one peer connection's signaling: immutable plain data that survives
 * `structuredClone` and JSON.
 *
 * @see https://w3c.github.io/webrtc-pc/#rtcpeerconnection-interface
 */
export interface Session extends DescriptionSlots {
  readonly signalingState: SignalingState;
  /** The SDP that createOffer() created last; "" where none was created. */
  readonly lastCreatedOffer: string;
  /** The SDP that createAnswer() created last; "" where none was created. */
  readonly lastCreatedAnswer: string;
  /** Shared between sessions with the same options. */
  readonly options: ResolvedOptions;
}

/**
 * The pending local description, else the current one.
 *
 * @param session a session, or a JSON copy of one
 * @throws TypeError where `session` is not a session
 * @see https://w3c.github.io/webrtc-pc/#dom-peerconnection-localdescription
 */
export function localDescription(session: Session): Description | null {
  requireSession("localDescription", session);
  return session.pendingLocalDescription ?? session.currentLocalDescription;
}

/**
 * The pending remote description, else the current one.
 *
 * @param session a session, or a JSON copy of one
 * @throws TypeError where `session` is not a session
 * @see https://w3c.github.io/webrtc-pc/#dom-peerconnection-remotedescription
 */
export function remoteDescription(session: Session): Description | null {
  requireSession("remoteDescription", session);
  return session.pendingRemoteDescription ?? session.currentRemoteDescription;
}

/** Refuses what is not a session, on behalf of the function of that name: a programmer's mistake. @throws TypeError */
export function requireSession(functionName: string, value: unknown): void {
  if (looksLikeSession(value)) return;
  throw new TypeError(
    `${functionName}: the first argument must be a session, made by createSession() or restoreSession(), or a JSON copy of one`,
  );
}

function looksLikeSession(value: unknown): boolean {
  try {
    const { signalingState, options } = value as Session;
    return typeof signalingState === "string" && typeof options.profile.name === "string";
  } catch {
    return false;
  }
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
export function makeDescription(type: DescriptionType, sdp: string): Description {
  return Object.freeze({ type, sdp });
}

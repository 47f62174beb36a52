import type { DescriptionSlots } from "../signaling/description.ts";
import type { SdpType, Side, SignalingState } from "../signaling/transition-table.ts";
import type { Effect } from "./effect.ts";
import { makeDescription, makeSession, type Session } from "./session.ts";

/** What was set: a description, or a rollback, whose SDP is ignored. */
export interface SetDescription {
  readonly type: SdpType;
  readonly sdp: string;
}

/**
 * The session after a description was set and led to that state. Whether the call is legal, and where it leads, the
 * transition table says: only the slots are moved here.
 *
 * @see https://w3c.github.io/webrtc-pc/#set-description
 */
export function withDescription(
  session: Session,
  side: Side,
  set: SetDescription,
  signalingState: SignalingState,
): Session {
  const slots = slotsAfter(session, side, set);
  const negotiated = set.type === "answer";
  return makeSession({
    signalingState,
    pendingLocalDescription: slots.pendingLocalDescription,
    currentLocalDescription: slots.currentLocalDescription,
    pendingRemoteDescription: slots.pendingRemoteDescription,
    currentRemoteDescription: slots.currentRemoteDescription,
    lastCreatedOffer: negotiated ? "" : session.lastCreatedOffer,
    lastCreatedAnswer: negotiated ? "" : session.lastCreatedAnswer,
    options: session.options,
  });
}

/** The slots after a description was set. A rollback empties the pending ones, whichever side it is set on. */
export function slotsAfter(
  {
    pendingLocalDescription,
    currentLocalDescription,
    pendingRemoteDescription,
    currentRemoteDescription,
  }: DescriptionSlots,
  side: Side,
  { type, sdp }: SetDescription,
): DescriptionSlots {
  const set = type === "rollback" ? null : makeDescription(type, sdp);
  if (type === "answer") {
    return {
      pendingLocalDescription: null,
      currentLocalDescription: side === "local" ? set : pendingLocalDescription,
      pendingRemoteDescription: null,
      currentRemoteDescription: side === "remote" ? set : pendingRemoteDescription,
    };
  }
  return {
    pendingLocalDescription: side === "local" || set === null ? set : pendingLocalDescription,
    currentLocalDescription,
    pendingRemoteDescription: side === "remote" || set === null ? set : pendingRemoteDescription,
    currentRemoteDescription,
  };
}

const releaseEarlyCandidates: Effect = /* @__PURE__ */ Object.freeze({ type: "release-early-candidates" });
const updateNegotiationNeeded: Effect = /* @__PURE__ */ Object.freeze({ type: "update-negotiation-needed" });

/** What the stack has to do after `before` became `after` by such a description, in the order of the specification. */
export function effectsOf(before: Session, after: Session, side: Side, type: SdpType): readonly Effect[] {
  const effects: Effect[] = [];
  if (side === "local" && type !== "rollback") effects.push(releaseEarlyCandidates);
  if (after.signalingState === "stable") effects.push(updateNegotiationNeeded);
  if (after.signalingState !== before.signalingState) {
    effects.push(Object.freeze({ type: "signalingstatechange", signalingState: after.signalingState }));
  }
  return Object.freeze(effects);
}

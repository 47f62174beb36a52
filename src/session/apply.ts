import type { Description } from "../signaling/description.ts";
import type { SdpType, Side } from "../signaling/transition-table.ts";
import type { Effect } from "./outcome.ts";
import { makeSession, type Session } from "./session.ts";

/**
 * The session after a description was applied, whether or not it was legal: this only moves the slots and the
 * state. What is legal, decide.ts decides; the follower also applies what an implementation wrongly accepted.
 *
 * @see https://w3c.github.io/webrtc-pc/#set-description
 */
export function applyDescription(session: Session, side: Side, description: Description): Session {
  const { type } = description;
  if (type === "answer") return completeNegotiation(session, side, description);
  const signalingState = `have-${side}-${type}` as const;
  if (side === "local") return makeSession({ ...session, signalingState, pendingLocalDescription: description });
  return makeSession({ ...session, signalingState, pendingRemoteDescription: description });
}

/** The session after a rollback: the same whichever side it is set on. @see https://www.rfc-editor.org/rfc/rfc9429.html#section-5.7 */
export function rollBack(session: Session): Session {
  return makeSession({
    ...session,
    signalingState: "stable",
    pendingLocalDescription: null,
    pendingRemoteDescription: null,
  });
}

function completeNegotiation(session: Session, side: Side, answer: Description): Session {
  return makeSession({
    ...session,
    signalingState: "stable",
    pendingLocalDescription: null,
    currentLocalDescription: side === "local" ? answer : session.pendingLocalDescription,
    pendingRemoteDescription: null,
    currentRemoteDescription: side === "remote" ? answer : session.pendingRemoteDescription,
    lastCreatedOffer: "",
    lastCreatedAnswer: "",
  });
}

const releaseEarlyCandidates: Effect = /* @__PURE__ */ Object.freeze({ type: "release-early-candidates" });
const updateNegotiationNeeded: Effect = /* @__PURE__ */ Object.freeze({ type: "update-negotiation-needed" });

/** What the stack has to do after `before` became `after` by that description, in the order of the specification. */
export function effectsOf(before: Session, after: Session, side: Side, type: SdpType): readonly Effect[] {
  const effects: Effect[] = [];
  if (side === "local" && type !== "rollback") effects.push(releaseEarlyCandidates);
  if (after.signalingState === "stable") effects.push(updateNegotiationNeeded);
  if (after.signalingState !== before.signalingState) {
    effects.push(Object.freeze({ type: "signalingstatechange", signalingState: after.signalingState }));
  }
  return Object.freeze(effects);
}

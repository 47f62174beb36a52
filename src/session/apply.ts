import type { SdpType, Side } from "../signaling/index.ts";
import type { Effect } from "./outcome.ts";
import { makeDescription, makeSession, type Session } from "./session.ts";

/**
 * The session after a description was applied, whether or not it was legal: this only moves the slots and the
 * state. What is legal, decide.ts decides; the follower also applies what an implementation wrongly accepted.
 *
 * @see https://w3c.github.io/webrtc-pc/#set-description
 */
export function applyDescription(session: Session, side: Side, type: SdpType, sdp: string): Session {
  if (type === "rollback") return rollBack(session);
  if (type === "answer") return completeNegotiation(session, side, sdp);
  const description = makeDescription(type, sdp);
  if (side === "local") {
    return makeSession({
      ...session,
      signalingState: type === "offer" ? "have-local-offer" : "have-local-pranswer",
      pendingLocalDescription: description,
    });
  }
  return makeSession({
    ...session,
    signalingState: type === "offer" ? "have-remote-offer" : "have-remote-pranswer",
    pendingRemoteDescription: description,
  });
}

function rollBack(session: Session): Session {
  return makeSession({
    ...session,
    signalingState: "stable",
    pendingLocalDescription: null,
    pendingRemoteDescription: null,
  });
}

function completeNegotiation(session: Session, side: Side, sdp: string): Session {
  const answer = makeDescription("answer", sdp);
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

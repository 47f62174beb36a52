import type { Description, DescriptionSlots } from "../signaling/description.ts";
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
  const negotiated = set.type === "answer" ? { lastCreatedOffer: "", lastCreatedAnswer: "" } : {};
  return makeSession({ ...session, ...slotsAfter(session, side, set), ...negotiated, signalingState });
}

/** The slots that setting a description changes. A rollback empties the pending ones, whichever side it is set on. */
export function slotsAfter(
  slots: DescriptionSlots,
  side: Side,
  { type, sdp }: SetDescription,
): Partial<DescriptionSlots> {
  if (type === "rollback") return { pendingLocalDescription: null, pendingRemoteDescription: null };
  const description = makeDescription(type, sdp);
  if (type === "answer") return completed(slots, side, description);
  return side === "local" ? { pendingLocalDescription: description } : { pendingRemoteDescription: description };
}

function completed(slots: DescriptionSlots, side: Side, answer: Description): DescriptionSlots {
  return {
    pendingLocalDescription: null,
    currentLocalDescription: side === "local" ? answer : slots.pendingLocalDescription,
    pendingRemoteDescription: null,
    currentRemoteDescription: side === "remote" ? answer : slots.pendingRemoteDescription,
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

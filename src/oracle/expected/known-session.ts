import { slotsAfter, withDescription } from "../../session/apply.ts";
import { makeDescription, makeSession, type Session } from "../../session/session.ts";
import { type DescriptionSlots, type SlotName, slotNames } from "../../signaling/description.ts";
import type { SdpType, Side, SignalingState } from "../../signaling/transition-table.ts";

/** What is known of a peer connection's session. */
export interface KnownSession {
  readonly session: Session;
  /** The slots that hold a description whose SDP was never seen: the session has "" in its place. */
  readonly unseenSdp: readonly SlotName[];
}

/** A description that is set, or a rollback. */
export interface KnownDescription {
  readonly type: SdpType;
  /** Null where the SDP was not seen. */
  readonly sdp: string | null;
}

/** The session after a description was set, legal or not, and led to that state. */
export function afterSetting(
  before: KnownSession,
  side: Side,
  { type, sdp }: KnownDescription,
  signalingState: SignalingState,
): KnownSession {
  const session = withDescription(before.session, side, { type, sdp: sdp ?? "" }, signalingState);
  return { session, unseenSdp: unseenAfter(before, side, { type, sdp }) };
}

/** The slots whose SDP was never seen, after a description was set. */
export function unseenAfter(before: KnownSession, side: Side, { type, sdp }: KnownDescription): readonly SlotName[] {
  const { session, unseenSdp } = before;
  if (unseenSdp.length === 0 && (sdp !== null || type === "rollback")) return [];
  // Where a description goes, its mark goes: the same is set in slots that hold marks in place of SDP.
  const marked = slotNames.map((slot) => {
    const held = session[slot];
    return [slot, held && makeDescription(held.type, unseenSdp.includes(slot) ? unseen : seen)];
  });
  const marks: DescriptionSlots = Object.fromEntries(marked);
  const after = { ...marks, ...slotsAfter(marks, side, { type, sdp: sdp === null ? unseen : seen }) };
  return slotNames.filter((slot) => after[slot]?.sdp === unseen);
}

const seen = "seen";
const unseen = "unseen";

/** The session that remembers what was created, whether or not it should have been in that state; "" forgets. */
export function withCreated({ session, unseenSdp }: KnownSession, type: string | null, sdp: string): KnownSession {
  const created = creationOf(type) === "offer" ? { lastCreatedOffer: sdp } : { lastCreatedAnswer: sdp };
  return { session: makeSession({ ...session, ...created }), unseenSdp };
}

/** The SDP that was created last for a description of that type; "" where none was. */
export function lastCreated({ session }: KnownSession, type: string | null): string {
  return creationOf(type) === "offer" ? session.lastCreatedOffer : session.lastCreatedAnswer;
}

/** How a description of that type is created: a provisional answer as an answer. */
export function creationOf(type: string | null): "offer" | "answer" {
  return type === "offer" ? "offer" : "answer";
}

import { applyDescription, rollBack } from "../../session/apply.ts";
import { makeDescription, makeSession, type Session } from "../../session/session.ts";
import { type Description, type SlotName, slotNames } from "../../signaling/description.ts";
import type { SdpType, Side } from "../../signaling/transition-table.ts";

/** What is known of a peer connection's session. */
export interface KnownSession {
  readonly session: Session;
  /** The slots that hold a description whose SDP was never seen: the session has "" in its place. */
  readonly unseenSdp: readonly SlotName[];
}

/**
 * The session after a description was applied, legal or not.
 *
 * @param sdp null where the SDP was not seen
 */
export function withDescription(before: KnownSession, side: Side, type: SdpType, sdp: string | null): KnownSession {
  return { session: applied(before.session, side, type, sdp ?? ""), unseenSdp: unseenAfter(before, side, type, sdp) };
}

/** The slots whose SDP was never seen, after a description was applied. */
export function unseenAfter(before: KnownSession, side: Side, type: SdpType, sdp: string | null): readonly SlotName[] {
  if (before.unseenSdp.length === 0 && (sdp !== null || type === "rollback")) return [];
  // Where a description goes, its mark goes: the same is applied to a session that holds marks in place of SDP.
  const marks = slotNames.map((slot): [SlotName, Description | null] => {
    const held = before.session[slot];
    return [slot, held && makeDescription(held.type, before.unseenSdp.includes(slot) ? unseen : seen)];
  });
  const marked = makeSession({ ...before.session, ...Object.fromEntries(marks) });
  const after = applied(marked, side, type, sdp === null ? unseen : seen);
  return slotNames.filter((slot) => after[slot]?.sdp === unseen);
}

const seen = "seen";
const unseen = "unseen";

function applied(session: Session, side: Side, type: SdpType, sdp: string): Session {
  return type === "rollback" ? rollBack(session) : applyDescription(session, side, makeDescription(type, sdp));
}

/** The session that remembers what was created, whether or not it should have been in that state; "" forgets. */
export function withCreated({ session, unseenSdp }: KnownSession, type: string | null, sdp: string): KnownSession {
  const created = creationOf(type) === "offer" ? { lastCreatedOffer: sdp } : { lastCreatedAnswer: sdp };
  return { session: makeSession({ ...session, ...created }), unseenSdp };
}

/** How a description of that type is created: a provisional answer as an answer. */
export function creationOf(type: string | null): "offer" | "answer" {
  return type === "offer" ? "offer" : "answer";
}

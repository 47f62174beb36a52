import { close } from "../../session/close.ts";
import { pendingTypes } from "../../session/pending-types.ts";
import { makeDescription, makeSession } from "../../session/session.ts";
import { type Description, type SlotName, slotNames } from "../../signaling/description.ts";
import type { SignalingState } from "../../signaling/transition-table.ts";
import { slotDifferences } from "../evidence/slot-differences.ts";
import type { ObservedSlots } from "../evidence/slots.ts";
import type { KnownSession } from "./known-session.ts";

const pendingSlots = ["pendingLocalDescription", "pendingRemoteDescription"] as const;

/**
 * The session moved to the state that was observed, whatever led there: the pending slots are filled as that state
 * demands, keeping what fits. The SDP of a new description there was never seen.
 */
export function resynchronise({ session, unseenSdp }: KnownSession, state: SignalingState): KnownSession {
  if (session.signalingState === state) return { session, unseenSdp };
  if (state === "closed") return { session: close(session).session, unseenSdp };
  const { local, remote } = pendingTypes[state];
  const types = { pendingLocalDescription: local, pendingRemoteDescription: remote };
  const misfits: readonly SlotName[] = pendingSlots.filter((slot) => (session[slot]?.type ?? null) !== types[slot]);
  const mended = pendingSlots.map((slot): [SlotName, Description | null] => {
    const type = types[slot];
    return [slot, !misfits.includes(slot) ? session[slot] : type && makeDescription(type, "")];
  });
  const kept = unseenSdp.filter((slot) => !misfits.includes(slot));
  const filled = pendingSlots.filter((slot) => misfits.includes(slot) && types[slot] !== null);
  return {
    session: makeSession({ ...session, signalingState: state, ...Object.fromEntries(mended) }),
    unseenSdp: [...kept, ...filled],
  };
}

/** The session with its slots as they were seen, where that differs. */
export function withSlots({ session, unseenSdp }: KnownSession, slots: ObservedSlots): KnownSession {
  const { wrong, changed } = slotDifferences(session, unseenSdp, slots);
  const differing = [...wrong, ...changed].map(({ slot }) => slot);
  const unknown = unseenSdp.filter((slot) => slots[slot] !== undefined);
  const taken = slotNames.filter((slot) => differing.includes(slot) || unknown.includes(slot));
  if (taken.length === 0) return { session, unseenSdp };
  const copies = taken.map((slot) => {
    const seen = slots[slot] ?? null;
    return [slot, seen && makeDescription(seen.type, seen.sdp)];
  });
  return {
    session: makeSession({ ...session, ...Object.fromEntries(copies) }),
    unseenSdp: unseenSdp.filter((slot) => !unknown.includes(slot)),
  };
}

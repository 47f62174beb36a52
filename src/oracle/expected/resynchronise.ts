import { close } from "../../session/close.ts";
import { pendingTypesIn } from "../../session/pending.ts";
import { makeDescription, makeSession } from "../../session/session.ts";
import { type Description, type SlotName, slotNames } from "../../signaling/description.ts";
import type { SignalingState } from "../../signaling/transition-table.ts";
import type { ObservedSlots } from "../evidence/plain-data.ts";
import { slotDifferences } from "../evidence/slot-differences.ts";
import type { KnownSession } from "./known-session.ts";

/** The session moved to the state that was observed, whatever led there, with slots that fit. */
export function resynchronise(known: KnownSession, state: SignalingState): KnownSession {
  const { session, unseenSdp } = known;
  return session.signalingState === state ? { session, unseenSdp } : fittedTo(known, state);
}

/**
 * The session in that state, its pending slots filled as the state demands, keeping what fits. The SDP of a new
 * description there was never seen.
 */
export function fittedTo({ session, unseenSdp }: KnownSession, state: SignalingState): KnownSession {
  if (state === "closed") return { session: close(session).session, unseenSdp };
  const [types] = pendingTypesIn(state);
  const wanted = { pendingLocalDescription: types?.local ?? null, pendingRemoteDescription: types?.remote ?? null };
  const misfits = pendingSlots.filter((slot) => (session[slot]?.type ?? null) !== wanted[slot]);
  const fitting = misfits.map((slot): [SlotName, Description | null] => {
    const type = wanted[slot];
    return [slot, type && makeDescription(type, "")];
  });
  return {
    session: makeSession({ ...session, signalingState: state, ...Object.fromEntries(fitting) }),
    unseenSdp: slotNames.filter((slot) => {
      const filled = fitting.find(([misfit]) => misfit === slot);
      return filled === undefined ? unseenSdp.includes(slot) : filled[1] !== null;
    }),
  };
}

const pendingSlots = ["pendingLocalDescription", "pendingRemoteDescription"] as const;

/** The session with its slots as they were seen, where that differs. */
export function withSlots({ session, unseenSdp }: KnownSession, slots: ObservedSlots): KnownSession {
  const { wrong, changed } = slotDifferences(session, unseenSdp, slots);
  const differing = [...wrong, ...changed].map(({ slot }) => slot);
  const revealed = unseenSdp.filter((slot) => slots[slot] !== undefined);
  const copies = slotNames
    .filter((slot) => differing.includes(slot) || revealed.includes(slot))
    .map((slot): [SlotName, Description | null] => {
      const seen = slots[slot] ?? null;
      return [slot, seen && makeDescription(seen.type, seen.sdp)];
    });
  if (copies.length === 0) return { session, unseenSdp };
  return {
    session: makeSession({ ...session, ...Object.fromEntries(copies) }),
    unseenSdp: unseenSdp.filter((slot) => !revealed.includes(slot)),
  };
}

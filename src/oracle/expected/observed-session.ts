import type { SignalingState } from "../../signaling/transition-table.ts";
import type { SettledCall } from "../evidence/settled-call.ts";
import type { Expectation } from "./expectation.ts";
import { afterSetting, type KnownSession, withCreated } from "./known-session.ts";
import { fittedTo, resynchronise, withSlots } from "./resynchronise.ts";

/**
 * The session that judging goes on from: where the implementation is after a call, whatever the specification says.
 *
 * @param state the state that was observed, or that the outcome leads to
 */
export function observedSession(expectation: Expectation, settled: SettledCall, state: SignalingState): KnownSession {
  const { outcome, look, lateState } = settled;
  // What the slots hold when close() returns stays there, whichever call set it.
  const slots = expectation.call === "close" ? (look?.slots ?? {}) : settled.slots;
  const moved = outcome === "applied" ? movedSession(expectation, state) : expectation.before;
  const seen = withSlots(resynchronise(moved, state), slots);
  // A state that comes late is true from then on.
  return lateState === null ? seen : resynchronise(seen, lateState);
}

// The call was applied, rightly or not.
function movedSession({ before, after, side, type, sdp, rejection }: Expectation, state: SignalingState): KnownSession {
  if (type === null) return before;
  if (rejection === null) return after;
  if (side === null) return withCreated(before, type, sdp ?? "");
  return fittedTo(afterSetting(before, side, { type, sdp }, state), state);
}

import type { SignalingState } from "../../signaling/transition-table.ts";
import type { Oracle } from "../oracle.ts";

/** Which of the states seen a settled call led to. */
export interface Claim {
  readonly observed: SignalingState;
  /** The states that are left for the calls settled after it. */
  readonly unclaimed: readonly SignalingState[];
  /** The state that the call should have led to, where no state was seen at all; the event may be late. */
  readonly missing: SignalingState | null;
}

/**
 * Finds the state that a settled call led to among those seen since the settlement before it. `wanted` is what an
 * applied call must lead to: what was seen after it belongs to calls settled later. Null is for a refused call, which
 * takes them all.
 */
export function claimState({ unclaimed, statesSeen, session }: Oracle, wanted: SignalingState | null): Claim {
  const wantedAt = wanted === null ? -1 : unclaimed.indexOf(wanted);
  const at = wantedAt < 0 ? unclaimed.length - 1 : wantedAt;
  const claimed = unclaimed[at];
  if (claimed !== undefined) return { observed: claimed, unclaimed: unclaimed.slice(at + 1), missing: null };
  if (wanted === null) return { observed: session.signalingState, unclaimed, missing: null };
  // A log without states leaves nothing to compare.
  if (!statesSeen) return { observed: wanted, unclaimed, missing: null };
  return {
    observed: session.signalingState,
    unclaimed,
    missing: wanted === session.signalingState ? null : wanted,
  };
}

// More states than this without a settlement come of no sane log: the oldest are forgotten.
const mostUnclaimed = 8;

/** The unclaimed states with one more, unless it only repeats where the connection is. */
export function withState({ unclaimed, session }: Oracle, state: SignalingState): readonly SignalingState[] {
  const last = unclaimed.at(-1) ?? session.signalingState;
  return state === last ? unclaimed : [...unclaimed, state].slice(-mostUnclaimed);
}

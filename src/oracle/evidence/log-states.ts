import type { SignalingState } from "../../signaling/transition-table.ts";
import { type Surroundings, unseenSurroundings } from "./settled-call.ts";

/** The states in a log since the last settlement. Which call led to which of them, the log does not say. */
export interface LogStates {
  readonly source: "log";
  /** The states that no settled call has accounted for yet, oldest first. */
  readonly unclaimed: readonly SignalingState[];
  /** Does the log hold states at all? */
  readonly any: boolean;
}

/** Nothing in the log yet. */
export const noLogStates: LogStates = { source: "log", unclaimed: [], any: false };

/** What a settled call led to, and which states are left for the calls settled after it. */
export interface Claim {
  readonly surroundings: Surroundings;
  readonly left: LogStates;
  /** The state that the call should have led to, where the log shows none since the last settlement: it may come late. */
  readonly missing: SignalingState | null;
}

/**
 * Finds the state that a settled call led to among those in the log since the settlement before it. `wanted` is what an
 * applied call must lead to: the states after it belong to calls settled later. Null is for a refused call, which takes
 * them all.
 *
 * @param current the state before
 */
export function claimState(states: LogStates, current: SignalingState, wanted: SignalingState | null): Claim {
  const { unclaimed, any } = states;
  const wantedAt = wanted === null ? -1 : unclaimed.indexOf(wanted);
  const at = wantedAt < 0 ? unclaimed.length - 1 : wantedAt;
  const claimed = unclaimed[at];
  const signalingState = claimed ?? (any ? current : null);
  const missing = claimed === undefined && wanted !== signalingState && any ? wanted : null;
  return {
    surroundings: { ...unseenSurroundings, signalingState },
    left: { ...states, unclaimed: unclaimed.slice(at + 1) },
    missing,
  };
}

// More states than this without a settlement come of no sane log: the oldest are forgotten.
const mostUnclaimed = 8;

/** The states with one more, unless that only repeats where the connection is. */
export function withState(states: LogStates, current: SignalingState, state: SignalingState): LogStates {
  const { unclaimed } = states;
  const last = unclaimed.at(-1) ?? current;
  return { ...states, unclaimed: state === last ? unclaimed : [...unclaimed, state].slice(-mostUnclaimed) };
}

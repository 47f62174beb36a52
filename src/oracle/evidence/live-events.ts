import type { SignalingState } from "../../signaling/transition-table.ts";
import type { Look, StatesInEvents, Surroundings } from "./settled-call.ts";

/** The states in the signalingstatechange events of a live peer connection since the last settlement. */
export interface LiveEvents {
  readonly source: "live";
  readonly events: readonly SignalingState[];
  /** Events that were missing when a call was settled: they may come late, and are not the next call's. */
  readonly owed: readonly SignalingState[];
}

/** Nothing heard yet. */
export const noLiveEvents: LiveEvents = { source: "live", events: [], owed: [] };

/** What a settled call led to, and which events are left for the calls settled after it. */
export interface Account {
  readonly surroundings: Surroundings;
  readonly left: LiveEvents;
}

/**
 * What a look at the settlement of a call shows of it, with those of the events heard that are its own.
 *
 * @param expected the states in the events that the call must fire
 * @param mayBeOthers whether the events may be those of a call that is still under way
 */
export function accountFor(
  live: LiveEvents,
  look: Look,
  expected: readonly SignalingState[],
  mayBeOthers: boolean,
): Account {
  const { signalingState, slots, lateEvents: late } = look;
  const heard = withoutOwed(live);
  const events: StatesInEvents | null = look.listens && !mayBeOthers ? { inTime: heard, late } : null;
  const owed = events === null || late.length > 0 ? [] : stillOwed(heard, expected, signalingState);
  const kept = look.listens && mayBeOthers ? heard : [];
  return {
    surroundings: { signalingState, lateState: late.at(-1) ?? null, slots, events },
    left: { ...live, events: kept, owed },
  };
}

function withoutOwed({ events, owed }: LiveEvents): readonly SignalingState[] {
  const late = events.findIndex((state, index) => state !== owed[index]);
  return events.slice(late < 0 ? Math.min(events.length, owed.length) : late);
}

// The events that should have come before the settlement and may come after it, where they follow on what was seen.
function stillOwed(events: readonly SignalingState[], expected: readonly SignalingState[], state: SignalingState) {
  const rest = expected.slice(events.length);
  return rest.at(-1) === state && events.every((seen, index) => seen === expected[index]) ? rest : [];
}

// More events than this without a settlement come of no sane implementation: the oldest are forgotten.
const mostEvents = 16;

/** The events with one more. */
export function withEvent(live: LiveEvents, state: SignalingState): LiveEvents {
  return { ...live, events: [...live.events, state].slice(-mostEvents) };
}

import type { SignalingState } from "../../signaling/transition-table.ts";
import { isBusy, type Oracle, type Settled } from "../oracle.ts";

/** The signalingstatechange events of a settled call, and what of them is left for the calls after it. */
export interface EventsClaim {
  /** Its events; null where nobody listened, or they may be another call's. */
  readonly events: HeardEvents | null;
  readonly left: Pick<Oracle, "events" | "owed">;
}

/** The states in the signalingstatechange events of a call: until it was settled, and after. */
export interface HeardEvents {
  readonly inTime: readonly SignalingState[];
  readonly late: readonly SignalingState[];
}

/** Which of the events since the last settlement are those of the call that is settled now; its own are expected. */
export function claimEvents(oracle: Oracle, settled: Settled, expected: readonly SignalingState[]): EventsClaim {
  const events = withoutOwed(oracle);
  if (settled.seen?.events !== true) return { events: null, left: { events: [], owed: [] } };
  // A refusal that changes nothing may come while another call is under way, whose events these are.
  const others = settled.outcome !== "applied" && expected.length === 0 && isBusy(oracle);
  if (others) return { events: null, left: { events, owed: [] } };
  const late = settled.seen.lateEvents ?? [];
  const owed = late.length > 0 ? [] : stillOwed(events, expected, settled.seen.signalingState);
  return { events: { inTime: events, late }, left: { events: [], owed } };
}

function withoutOwed({ events, owed }: Oracle): readonly SignalingState[] {
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
export function withEvent({ events }: Oracle, state: SignalingState): readonly SignalingState[] {
  return [...events, state].slice(-mostEvents);
}

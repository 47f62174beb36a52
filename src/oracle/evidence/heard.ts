import type { SignalingState } from "../../signaling/transition-table.ts";
import { accountFor, type LiveEvents, noLiveEvents, withEvent } from "./live-events.ts";
import { claimState, type LogStates } from "./log-states.ts";
import { type Settlement, type Surroundings, unseenSurroundings } from "./settled-call.ts";

/** The states heard since the last settlement: in a log, or in the events of a live peer connection. */
export type Heard = LogStates | LiveEvents;

/** What a settled call may be held to. */
export interface Wanted {
  /** The state before the call, and the one that it must lead to when it is applied. */
  readonly before: SignalingState;
  readonly after: SignalingState;
  /** The states in the events that the call must fire, refused or not. */
  readonly events: readonly SignalingState[];
  /** Are other calls under way? */
  readonly busy: boolean;
  /** Which of what is seen is the call's own doing: all of it, the state alone, or nothing. */
  readonly own: "all" | "state" | "nothing";
}

/** What a settled call led to, and what is left for the calls settled after it. */
export interface Attribution {
  readonly surroundings: Surroundings;
  readonly left: Heard;
  /** The state that the call should have led to, where a log does not show it yet. */
  readonly missing: SignalingState | null;
}

/** Says what a settled call led to: by the look that was taken at its settlement, else by the states in the log. */
export function attribute(heard: Heard, settlement: Settlement, wanted: Wanted): Attribution {
  const { look, outcome } = settlement;
  if (wanted.own === "nothing") return { surroundings: unseenSurroundings, left: heard, missing: null };
  if (look === null) {
    if (heard.source === "log") return claimState(heard, wanted.before, outcome === "applied" ? wanted.after : null);
    return { surroundings: unseenSurroundings, left: forgotten(heard), missing: null };
  }
  // What fired before the first look was not heard.
  const listens = look.listens && heard.source === "live";
  // A refusal that fires no events may come while another call is under way, whose events these are.
  const mayBeOthers = wanted.busy && outcome !== "applied" && wanted.events.length === 0;
  if (wanted.own === "all") {
    return { ...accountFor(live(heard), { ...look, listens }, wanted.events, mayBeOthers), missing: null };
  }
  // The event of a call under way may fire yet, in the state that is seen now.
  const { surroundings, left } = accountFor(live(heard), { ...look, listens }, [look.signalingState], mayBeOthers);
  return { surroundings: { ...surroundings, slots: {}, events: null }, left, missing: null };
}

/** What is heard of a live peer connection, also where a log was read before; with these states added. */
export function live(heard: Heard, states: readonly SignalingState[] = []): LiveEvents {
  return states.reduce(withEvent, heard.source === "live" ? heard : noLiveEvents);
}

/** Nothing heard since: whatever was is no call's any more. */
export function forgotten(heard: Heard): Heard {
  return heard.source === "live" ? { ...heard, events: [], owed: [] } : { ...heard, unclaimed: [] };
}

/** Has an event fired since the last settlement? Then the call that was under way has run its course. */
export function hasFired(heard: Heard): boolean {
  return heard.source === "live" && heard.events.length > 0;
}

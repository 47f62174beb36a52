import type { SignalingState } from "../../signaling/transition-table.ts";
import { accountFor, type LiveEvents, noLiveEvents } from "./live-events.ts";
import { claimState, type LogStates } from "./log-states.ts";
import { type Settlement, type Surroundings, unseenSurroundings } from "./settled-call.ts";

/** The states heard since the last settlement: in a log, or in the events of a live peer connection. */
export type Heard = LogStates | LiveEvents;

/** What an applied call must lead to, and the states in the events that the call must fire, refused or not. */
export interface Wanted {
  readonly signalingState: SignalingState;
  readonly events: readonly SignalingState[];
}

/** What a settled call led to, and what is left for the calls settled after it. */
export interface Attribution {
  readonly surroundings: Surroundings;
  readonly left: Heard;
  /** The state that the call should have led to, where a log does not show it yet. */
  readonly missing: SignalingState | null;
}

/**
 * Says what a settled call led to: by the look that was taken at its settlement, else by the states in the log.
 *
 * @param current the state before
 * @param busy whether other calls are under way
 */
export function attribute(
  heard: Heard,
  { look, outcome }: Settlement,
  wanted: Wanted,
  current: SignalingState,
  busy: boolean,
): Attribution {
  if (look === null) {
    if (heard.source === "log") return claimState(heard, current, outcome === "applied" ? wanted.signalingState : null);
    return unattributed({ ...heard, events: [], owed: [] });
  }
  // What fired before the first look was not heard.
  const [live, listens] = heard.source === "live" ? [heard, look.listens] : [noLiveEvents, false];
  // A refusal that fires no events may come while another call is under way, whose events these are.
  const mayBeOthers = busy && outcome !== "applied" && wanted.events.length === 0;
  return { ...accountFor(live, { ...look, listens }, wanted.events, mayBeOthers), missing: null };
}

/** Nothing of what was heard is attributed to a call. */
export function unattributed(heard: Heard): Attribution {
  return { surroundings: unseenSurroundings, left: heard, missing: null };
}

/** What is heard of a live peer connection, also where a log was read before. */
export function live(heard: Heard): LiveEvents {
  return heard.source === "live" ? heard : noLiveEvents;
}

/** Nothing heard since: whatever was is no call's any more. */
export function forgotten(heard: Heard): Heard {
  return heard.source === "live" ? { ...heard, events: [], owed: [] } : { ...heard, unclaimed: [] };
}

/** Has an event fired since the last settlement? Then the call that was under way has run its course. */
export function hasFired(heard: Heard): boolean {
  return heard.source === "live" && heard.events.length > 0;
}

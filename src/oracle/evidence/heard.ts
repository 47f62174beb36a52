import type { SignalingState } from "../../signaling/transition-table.ts";
import type { Expectation } from "../expected/expectation.ts";
import { accountFor, type LiveEvents, noLiveEvents, withEvent } from "./live-events.ts";
import { claimState, type LogStates } from "./log-states.ts";
import { type Settlement, type Surroundings, unseenSurroundings } from "./settled-call.ts";

/** The states heard since the last settlement: in a log, or in the events of a live peer connection. */
export type Heard = LogStates | LiveEvents;

/** What is around a call at its settlement. */
export interface Circumstances {
  /** Of a call of close(): were calls under way when it was made? Null for other calls. */
  readonly closedBusy: boolean | null;
  /** Did close() overtake the call, or was it settled before calls that come before it in the operations chain? */
  readonly outOfTurn: boolean;
  /** Are other calls under way? */
  readonly busy: boolean;
  /** The state that the connection is known to be in. */
  readonly current: SignalingState;
}

/** What a settled call led to, and what is left for the calls settled after it. */
export interface Attribution {
  readonly surroundings: Surroundings;
  readonly left: Heard;
  /** The state that the call should have led to, where a log does not show it yet. */
  readonly missing: SignalingState | null;
}

/** Says what a settled call led to: by the look that was taken at its settlement, else by the states in the log. */
export function attribute(
  heard: Heard,
  { look, outcome }: Settlement,
  expectation: Expectation,
  circumstances: Circumstances,
): Attribution {
  const { after, events } = expectation;
  const { busy, current } = circumstances;
  const own = ownShare(expectation, circumstances, outcome === "rejected");
  if (own === "nothing") return { surroundings: unseenSurroundings, left: heard, missing: null };
  if (look === null) {
    if (heard.source === "live") return { surroundings: unseenSurroundings, left: forgotten(heard), missing: null };
    return claimState(heard, current, outcome === "applied" ? after.session.signalingState : null);
  }
  // What fired before the first look was not heard.
  const listens = look.listens && heard.source === "live";
  // A refusal that fires no events may come while another call is under way, whose events these are.
  const mayBeOthers = busy && outcome !== "applied" && events.length === 0;
  // The event of a call under way may fire yet, in the state that is seen now.
  const due = own === "all" ? events : [look.signalingState];
  const { surroundings, left } = accountFor(live(heard), { ...look, listens }, due, mayBeOthers);
  return {
    surroundings: own === "all" ? surroundings : { ...surroundings, slots: {}, events: null },
    left,
    missing: null,
  };
}

// How much of what is seen at the settlement is the call's own doing, and not that of calls under way.
function ownShare(
  { call, side, rejection }: Expectation,
  { closedBusy, outOfTurn, busy }: Circumstances,
  isRejected: boolean,
): "all" | "state" | "nothing" {
  if (call === "close") return closedBusy === true ? "state" : "all";
  // createOffer() and createAnswer() change nothing. Web IDL refuses before the operations chain.
  const changesNothing = side === null || (isRejected && rejection?.error === "TypeError");
  return outOfTurn || (busy && changesNothing) ? "nothing" : "all";
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

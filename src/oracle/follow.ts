import type { SignalingState } from "../signaling/transition-table.ts";
import { observeClose, observeClosed, settleClose } from "./closing.ts";
import { openCreation, settleCreation } from "./creation.ts";
import { withState } from "./evidence/claim.ts";
import { withEvent } from "./evidence/events.ts";
import type { Seen, TraceEvent } from "./evidence/trace-event.ts";
import { resynchronise } from "./expected/resynchronise.ts";
import { frozen } from "./frozen.ts";
import { isBusy, type Oracle, openCalls } from "./oracle.ts";
import { openCall, revise, settle } from "./set-call.ts";
import { unsettledStep } from "./verdict/make-step.ts";
import { withSlots } from "./verdict/slots.ts";
import type { Step } from "./verdict/step.ts";

/** The oracle after an event, and the steps that the event settled or revised. */
export interface Followed {
  readonly oracle: Oracle;
  readonly steps: readonly Step[];
}

/**
 * Follows one event of a peer connection's log, or of a live one. Pure and total; its cost does not grow with the
 * events before it.
 *
 * A settlement belongs to the call of its id, else to the oldest open call of its method; one that belongs to none
 * says nothing. After a difference, judging goes on from what was observed.
 *
 * @param oracle where it stood; left untouched
 * @param event what happened; times in ms since the epoch
 * @see https://w3c.github.io/webrtc-pc/#set-description
 */
export function follow(oracle: Oracle, event: TraceEvent): Followed {
  return frozen(followed(oracle, event));
}

/** The log ends: the calls still open are unsettled, and nobody can judge them. Gives their steps. */
export function finish(oracle: Oracle): readonly Step[] {
  const why = "The log ends before the call was settled.";
  return openCalls(oracle).map((call) => unsettledStep(oracle.session, call, "unjudged", why));
}

function followed(oracle: Oracle, event: TraceEvent): Followed {
  if (event.kind === "attached") return quiet(attach(oracle, event.seen));
  if (event.kind === "state") return observeState(oracle, event.signalingState);
  const live = event.kind === "call" && event.id !== undefined ? { ...oracle, live: true } : oracle;
  switch (event.call) {
    case "createOffer":
      return event.kind === "call" ? quiet(openCreation(live, event.id)) : settleCreation(oracle, "offer", event);
    case "createAnswer":
      return event.kind === "call" ? quiet(openCreation(live, event.id)) : settleCreation(oracle, "answer", event);
    case "close":
      return event.kind === "call" ? observeClose(live, event.time) : settleClose(oracle, event);
    case "setLocalDescription":
      return event.kind === "call" ? quiet(openCall(live, "local", event)) : settle(oracle, "local", event);
    case "setRemoteDescription":
      return event.kind === "call" ? quiet(openCall(live, "remote", event)) : settle(oracle, "remote", event);
  }
}

function quiet(oracle: Oracle): Followed {
  return { oracle, steps: [] };
}

function observeEvent(oracle: Oracle, state: SignalingState): Oracle {
  const { session } = oracle;
  const idle =
    !isBusy(oracle) && oracle.creating.length === 0 && session.signalingState !== "closed" && state !== "closed";
  if (!idle) return { ...oracle, events: withEvent(oracle, state) };
  const moved = { ...oracle, session: resynchronise(session, state), missed: null };
  // That the state is late has been told.
  return state === oracle.missed ? moved : { ...moved, events: withEvent(oracle, state) };
}

function attach(oracle: Oracle, { signalingState, slots }: Seen): Oracle {
  const session = withSlots(resynchronise(oracle.session, signalingState), slots);
  return { ...oracle, live: true, session, unseenCreations: { offer: true, answer: true } };
}

function observeState(oracle: Oracle, state: SignalingState): Followed {
  const seen = { ...oracle, statesSeen: true };
  // While calls of a live connection are open, their settlements say where it is.
  if (oracle.live) return quiet(observeEvent(seen, state));
  if (oracle.unexplained?.wanted === state) return revise(seen, oracle.unexplained, state);
  if (oracle.session.signalingState === "closed") return quiet(seen);
  if (state === "closed") return observeClosed(seen);
  if (isBusy(oracle)) return quiet({ ...seen, unclaimed: withState(oracle, state) });
  // No call explains it: go on from there.
  return quiet({ ...seen, session: resynchronise(oracle.session, state) });
}

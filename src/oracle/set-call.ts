import { makeSession, type Session } from "../session/session.ts";
import type { Side, SignalingState } from "../signaling/transition-table.ts";
import { lateStep } from "./closing.ts";
import { type Claim, claimState } from "./evidence/claim.ts";
import { claimEvents } from "./evidence/events.ts";
import { dequeue, enqueue, type Queue, take } from "./evidence/queue.ts";
import type { Seen, TraceEvent } from "./evidence/trace-event.ts";
import {
  type Created,
  type Expectation,
  expectationOf,
  leavesSdp,
  sdpOf,
  withCreated,
} from "./expected/expectation.ts";
import { resynchronise } from "./expected/resynchronise.ts";
import type { Followed } from "./follow.ts";
import { isBusy, type OpenCall, type Oracle, type Settled, type Unexplained } from "./oracle.ts";
import { remember } from "./verdict/history.ts";
import { type Judgement, judgementOf } from "./verdict/judgement.ts";
import { judgedStep } from "./verdict/make-step.ts";

/** The oracle with one more open call. */
export function openCall(oracle: Oracle, side: Side, event: Extract<TraceEvent, { kind: "call" }>): Oracle {
  const { time, description, id = null } = event;
  const call = { index: oracle.calls, id, time, side, description };
  const open = { ...oracle.open, [side]: enqueue(oracle.open[side], call) };
  return { ...oracle, open, calls: oracle.calls + 1 };
}

/** Judges the call that is settled. */
export function settle(oracle: Oracle, side: Side, settled: Settled): Followed {
  const { overtaken, open } = oracle;
  const call = nextOf(open[side], settled);
  const late = nextOf(overtaken[side], settled);
  // A closed connection applies nothing: what was applied all the same is a call that close overtook.
  if (late !== null && (call === null || (settled.id === undefined && settled.outcome === "applied"))) {
    const after = { ...oracle, overtaken: { ...overtaken, [side]: late.rest } };
    return { oracle: after, steps: oracle.live ? [lateStep(after, late.item, settled)] : [] };
  }
  if (call === null) return { oracle, steps: [] };
  return judgeCall({ ...oracle, open: { ...open, [side]: call.rest } }, call.item, settled);
}

// The call of that id, or the oldest where there are no ids.
function nextOf(queue: Queue<OpenCall>, { id }: Settled) {
  return id === undefined ? dequeue(queue) : take(queue, (call) => call.id === id);
}

/** Judges a call settled before, again: the state that it should have led to has come late. */
export function revise(oracle: Oracle, { before, call, settled }: Unexplained, state: SignalingState): Followed {
  const revised = judgeCall({ ...before, statesSeen: true, unclaimed: [state] }, call, settled);
  // What was created since stays created.
  const { lastCreatedOffer, lastCreatedAnswer } = oracle.session;
  const session = makeSession({ ...revised.oracle.session, lastCreatedOffer, lastCreatedAnswer });
  const { history } = revised.oracle;
  return { oracle: { ...oracle, session, history, unexplained: null }, steps: revised.steps };
}

function judgeCall(before: Oracle, call: OpenCall, settled: Settled): Followed {
  const { session, history, knownDeviations } = before;
  const { outcome, message, error = null } = settled;
  const expectation = expectationFor(before, call, settled);
  const atOnce = isRefusedAtOnce(before, settled, expectation);
  const seen = atOnce ? undefined : settled.seen;
  const claim = atOnce ? unmoved(before) : claimOf(before, settled, expectation.session);
  const { events, left } = atOnce ? { events: null, left: {} } : claimEvents(before, settled, expectation.events);
  const stateSeen = !atOnce && (seen !== undefined || before.statesSeen);
  const observed = { outcome, message, signalingState: claim.observed, stateSeen, error };
  const surroundings = seen === undefined ? null : { slots: seen.slots, events };
  const judged = judgementOf({ session, side: call.side, expectation, observed, surroundings, knownDeviations });
  const oracle = {
    ...before,
    ...left,
    session: moveOn(judged.session, seen),
    unseenCreations: creationsAfter(before, settled, judged),
    missed: missedBy(settled, expectation),
    unclaimed: claim.unclaimed,
    lastSettled: settled.time,
    unexplained:
      claim.missing === null
        ? null
        : { before: { ...before, unexplained: null }, call, settled, wanted: claim.missing },
    history: remember(history, session, call.side, call.time, judged),
  };
  return { oracle, steps: [judgedStep(before, call, judged, observed)] };
}

// Web IDL refuses before the operations chain: what is seen then is the doing of the call that is under way.
function isRefusedAtOnce(before: Oracle, { outcome }: Settled, { rejection }: Expectation): boolean {
  return before.live && isBusy(before) && outcome === "rejected" && rejection?.error === "TypeError";
}

function unmoved({ session, unclaimed }: Oracle): Claim {
  return { observed: session.signalingState, unclaimed, missing: null };
}

// The state may come after the settlement: it is late, and true from then on.
function moveOn(session: Session, seen: Seen | undefined): Session {
  const late = seen?.lateEvents?.at(-1);
  return late === undefined ? session : resynchronise(session, late);
}

function missedBy({ outcome, seen }: Settled, { rejection, session }: Expectation): SignalingState | null {
  const moves = outcome === "applied" && rejection === null && seen !== undefined;
  return moves && seen.signalingState !== session.signalingState ? session.signalingState : null;
}

function expectationFor(before: Oracle, { side, description }: OpenCall, settled: Settled): Expectation {
  const created = createdBy(settled);
  const unseen = created === null && leavesSdp(description) && setsUnseen(before, side, settled);
  const first = expectationOf(before.session, side, description, created);
  const session = unseen ? withoutCreation(before.session, first.type) : before.session;
  const expected = unseen ? expectationOf(session, side, description, created) : first;
  const modified = expected.rejection?.code === "local-description-modified";
  // It may be what nobody saw created: then only the implementation can say that it is modified.
  if (before.unseenCreations[creationOf(expected)] && modified && settled.error?.name !== "InvalidModificationError") {
    const { type, sdp } = expected;
    return expectationOf(withCreated(session, { type: type ?? "offer", sdp }), side, description, null);
  }
  if (!isStaleAnswer(before, side, description)) return expected;
  // The implementation may have discarded it, and may refuse it.
  const discarded = settled.error?.name === "InvalidModificationError";
  if (!discarded) return { ...expected, created: false };
  return expectationOf(makeSession({ ...session, lastCreatedAnswer: "" }), side, description, null);
}

// What was created last may not fit any more: a call without SDP is free to set another, and nobody saw what it set.
function setsUnseen({ live }: Oracle, side: Side, { outcome }: Settled): boolean {
  return live && side === "local" && outcome === "applied";
}

function withoutCreation(session: Session, type: Expectation["type"]): Session {
  return makeSession({ ...session, [type === "offer" ? "lastCreatedOffer" : "lastCreatedAnswer"]: "" });
}

// After a fault that moved it, nobody knows what the implementation holds as created.
function creationsAfter(before: Oracle, { outcome }: Settled, judged: Judgement): Oracle["unseenCreations"] {
  const { differences, expectation, session } = judged;
  const { unseenCreations } = before;
  if (outcome === "applied" && expectation.created && expectation.sdp === "") {
    return { ...unseenCreations, [creationOf(expectation)]: true };
  }
  if (differences.some(({ code }) => /^(?:applied|wrong-state)-/.test(code))) return { offer: true, answer: true };
  const answered = outcome === "applied" && expectation.type === "answer" && session.signalingState === "stable";
  return answered ? { offer: false, answer: false } : unseenCreations;
}

// A provisional answer is created as an answer.
function creationOf({ type }: Expectation): "offer" | "answer" {
  return type === "offer" ? "offer" : "answer";
}

// An answer that the implementation created for an offer replaced since may well be refused.
function isStaleAnswer({ answering, session }: Oracle, side: Side, description: unknown): boolean {
  const { lastCreatedAnswer, pendingRemoteDescription: offer } = session;
  const isAnswer = side === "local" && lastCreatedAnswer !== "" && sdpOf(description) === lastCreatedAnswer;
  return isAnswer && offer !== null && offer.sdp !== answering;
}

function claimOf(before: Oracle, { outcome, seen }: Settled, after: Session): Claim {
  if (seen !== undefined) return { observed: seen.signalingState, unclaimed: [], missing: null };
  return claimState(before, outcome === "applied" ? after.signalingState : null);
}

// What a call without SDP has set is in the slots, where the settlement does not say it.
function createdBy({ description, call, outcome, seen }: Settled): Created | null {
  if (description !== null || call !== "setLocalDescription" || outcome !== "applied") return description;
  return slotSetBy(seen);
}

function slotSetBy(seen: Seen | undefined): Created | null {
  const { pendingLocalDescription: pending = null, currentLocalDescription: current = null } = seen?.slots ?? {};
  return pending ?? (current?.type === "answer" ? current : null);
}

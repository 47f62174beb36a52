import { close } from "../session/close.ts";
import type { Side } from "../signaling/transition-table.ts";
import { claimEvents } from "./evidence/events.ts";
import { emptyQueue, enqueue } from "./evidence/queue.ts";
import { closingExpectation, creationExpectation, expectationOf } from "./expected/expectation.ts";
import type { Followed } from "./follow.ts";
import { isBusy, type OpenCall, type Oracle, openCalls, type Settled } from "./oracle.ts";
import { type Difference, differenceOf } from "./verdict/difference.ts";
import { rememberClose } from "./verdict/history.ts";
import { judgementOf, type Settlement } from "./verdict/judgement.ts";
import { closeStep, creationStep, judgedStep, unsettledStep } from "./verdict/make-step.ts";
import { withSlots } from "./verdict/slots.ts";
import type { Step } from "./verdict/step.ts";

/** close() is called: it is always applied. */
export function observeClose(oracle: Oracle, time: number): Followed {
  const { session, calls: index } = oracle;
  // A second close() overtakes nothing: the calls after the first are refused.
  const closed = session.signalingState === "closed" ? { oracle, steps: [] } : observeClosed(oracle);
  const history = rememberClose(oracle.history, time);
  const closing = { index, time, session, busy: isBusy(oracle) };
  return {
    oracle: { ...closed.oracle, calls: index + 1, history, closing },
    // Of a live connection it is judged when it has returned.
    steps: oracle.live ? closed.steps : [...closed.steps, closeStep(session, index, time)],
  };
}

/** The connection is closed. The calls that this overtakes stay pending for ever, as they should. */
export function observeClosed(oracle: Oracle): Followed {
  const { session } = oracle;
  const calls = openCalls(oracle);
  // A call whose event has been seen has run its course: it is only not settled yet.
  const running = oracle.events.length > 0 ? calls.slice(1) : calls;
  const overtaken = (side: Side) =>
    running.filter((call) => call.side === side).reduce(enqueue, oracle.overtaken[side]);
  return {
    oracle: {
      ...oracle,
      session: close(session).session,
      closed: session,
      creating: [],
      creationsOvertaken: oracle.creating,
      unclaimed: [],
      events: [],
      owed: [],
      open: { local: emptyQueue, remote: emptyQueue },
      overtaken: { local: overtaken("local"), remote: overtaken("remote") },
      unexplained: null,
    },
    steps: calls.map((call) => unsettledStep(session, call, "conforms", null)),
  };
}

/** close() of a live connection has returned: it must be closed, its slots as they were, without an event. */
export function settleClose(oracle: Oracle, settled: Settled): Followed {
  const { closing, knownDeviations } = oracle;
  const { seen, outcome, message, error = null } = settled;
  if (seen === undefined || closing === null) return { oracle, steps: [] };
  const { session, index, time, busy } = closing;
  const expectation = closingExpectation(session);
  const { events, left } = claimEvents(oracle, settled, []);
  const observed = { outcome, message, signalingState: seen.signalingState, stateSeen: true, error };
  // What was under way may have set its slots, and its event may be heard yet.
  const surroundings = busy ? null : { slots: seen.slots, events };
  const judged = judgementOf({ session, side: null, expectation, observed, surroundings, knownDeviations });
  const { verdict, differences, why, reference } = judged;
  const step = { ...closeStep(session, index, time), observed, verdict, differences, why, reference };
  const after = { ...oracle, ...left, session: withSlots(judged.session, seen.slots) };
  return { oracle: busy ? { ...after, owed: ["closed"] } : after, steps: [step] };
}

/** A call that close overtook was settled all the same: its step, anew. */
export function lateStep(oracle: Oracle, call: OpenCall, settled: Settled): Step {
  const { knownDeviations, session } = oracle;
  const { outcome, message, error = null } = settled;
  const before = oracle.closed ?? session;
  const expectation = expectationOf(before, call.side, call.description, null);
  const { signalingState } = before;
  const observed = { outcome, message, signalingState, stateSeen: false, error };
  const settlement = { session: before, side: call.side, expectation, observed, surroundings: null, knownDeviations };
  // It was refused before close(), as it had to be, and told after it.
  const judged = judgementOf(settlement);
  if (judged.verdict === "illegal-call") return judgedStep({ ...oracle, session: before }, call, judged, observed);
  const difference = lateDifference(settlement);
  const { provision } = expectation;
  const { reference, message: why } = difference;
  const step = unsettledStep(before, call, verdictOn(difference), why);
  return { ...step, observed, provision, differences: [difference], reference };
}

/** createOffer() or createAnswer() was settled although close() overtook it: its step. */
export function lateCreationStep(oracle: Oracle, type: "offer" | "answer", settled: Settled): Step {
  const { knownDeviations, session, calls } = oracle;
  const { outcome, message, error = null } = settled;
  const before = oracle.closed ?? session;
  const expectation = creationExpectation(before, type, settled.description?.sdp ?? "");
  const observed = { outcome, message, signalingState: before.signalingState, stateSeen: false, error };
  const settlement = { session: before, side: null, expectation, observed, surroundings: null, knownDeviations };
  const judged = judgementOf(settlement);
  if (judged.verdict === "illegal-call") return creationStep(before, calls, settled, judged, observed);
  const difference = lateDifference(settlement);
  const { reference, message: why } = difference;
  const late = { verdict: verdictOn(difference), why, reference, code: null, rule: null, differences: [difference] };
  return creationStep(before, calls, settled, { ...judged, ...late }, observed);
}

function lateDifference({ expectation, side, observed, knownDeviations }: Settlement): Difference {
  const { outcome } = observed;
  const message = `The call was ${outcome} after close(): a call that close() overtakes is never settled.`;
  const told = { kind: "settled-after-close", expected: "never settled", observed: outcome, message } as const;
  return differenceOf({ expectation: { ...expectation, rejection: null }, side, knownDeviations }, told);
}

function verdictOn({ knownDeviation }: Difference): "divergence" | "known-deviation" {
  return knownDeviation === null ? "divergence" : "known-deviation";
}

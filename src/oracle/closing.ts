import { close } from "../session/index.ts";
import type { Side } from "../signaling/index.ts";
import { differenceOf } from "./difference.ts";
import { claimEvents } from "./events.ts";
import { closingExpectation, expectationOf } from "./expectation.ts";
import type { Followed } from "./follow.ts";
import { rememberClose } from "./history.ts";
import { judgementOf } from "./judgement.ts";
import { closeStep, unsettledStep } from "./make-step.ts";
import { type OpenCall, type Oracle, openCalls, type Settled } from "./oracle.ts";
import { emptyQueue, enqueue } from "./queue.ts";
import type { Step } from "./step.ts";

/** close() is called: it is always applied. */
export function observeClose(oracle: Oracle, time: number): Followed {
  const { session, calls: index } = oracle;
  const closed = observeClosed(oracle);
  const history = rememberClose(oracle.history, time);
  return {
    oracle: { ...closed.oracle, calls: index + 1, history, closing: { index, time, session } },
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
  const { session, index, time } = closing;
  const expectation = closingExpectation(session);
  const { events, left } = claimEvents(oracle, settled, []);
  const observed = { outcome, message, signalingState: seen.signalingState, stateSeen: true, error };
  const surroundings = { slots: seen.slots, events };
  const judged = judgementOf({ session, side: null, expectation, observed, surroundings, knownDeviations });
  const { verdict, differences, why, reference } = judged;
  const step = { ...closeStep(session, index, time), observed, verdict, differences, why, reference };
  return { oracle: { ...oracle, ...left, session: judged.session }, steps: [step] };
}

/** A call that close overtook was settled all the same: its step, anew. */
export function lateStep(oracle: Oracle, call: OpenCall, { outcome, message, error = null }: Settled): Step[] {
  const { knownDeviations, closing, session } = oracle;
  const before = closing?.session ?? session;
  const expectation = { ...expectationOf(before, call.side, call.description, null), rejection: null };
  const expected = "never settled";
  const told = { kind: "settled-after-close", expected, observed: outcome } as const;
  const why = `The call was ${outcome} after close(): a call that close() overtakes is never settled.`;
  const difference = differenceOf({ expectation, side: call.side, knownDeviations }, { ...told, message: why });
  const { provision } = expectation;
  const verdict = difference.knownDeviation === null ? "divergence" : "known-deviation";
  const { reference } = difference;
  const step = unsettledStep(before, call, verdict, why);
  const observed = { ...step.observed, outcome, message, error };
  return [{ ...step, observed, provision, differences: [difference], reference }];
}

import { answerCreated, close, makeSession, offerCreated, type Session } from "../session/index.ts";
import type { Side, SignalingState } from "../signaling/index.ts";
import { claimState, withState } from "./claim.ts";
import { expectationOf } from "./expectation.ts";
import { type Following, isBusy, type OpenCall, openCalls, type Settled } from "./following.ts";
import { likelyCause, remember, rememberClose } from "./history.ts";
import { type Judgement, judge, type Observed } from "./judge.ts";
import { dequeue, emptyQueue, enqueue } from "./queue.ts";
import { resynchronise } from "./resynchronise.ts";
import { plainStep, type Step } from "./step.ts";
import type { TraceEvent } from "./trace-event.ts";

/** The follower after an event, and the steps that the event settled or revised. */
export interface Followed {
  readonly following: Following;
  readonly steps: readonly Step[];
}

/**
 * Follows one event of a peer connection's log. Pure and total; its cost does not grow with the events before it.
 *
 * A settlement belongs to the oldest open call of its method; one that belongs to none says nothing. After a
 * divergence, judging goes on from what was observed.
 */
export function follow(following: Following, event: TraceEvent): Followed {
  if (event.kind === "state") return observeState(following, event.signalingState);
  switch (event.call) {
    case "createOffer":
    case "createAnswer":
      return quiet(event.kind === "settled" ? observeCreated(following, event) : following);
    case "close":
      return event.kind === "call" ? observeClose(following, event.time) : quiet(following);
    case "setLocalDescription":
      return event.kind === "call" ? openCall(following, "local", event) : settle(following, "local", event);
    case "setRemoteDescription":
      return event.kind === "call" ? openCall(following, "remote", event) : settle(following, "remote", event);
  }
}

/** The log ends: the calls still open are unsettled, and nobody can judge them. */
export function finishFollowing(following: Following): readonly Step[] {
  const why = "The log ends before the call was settled.";
  return openCalls(following).map((call) => unsettledStep(following.session, call, "unjudged", why));
}

function quiet(following: Following): Followed {
  return { following, steps: [] };
}

function openCall(following: Following, side: Side, event: Extract<TraceEvent, { kind: "call" }>): Followed {
  const call = { index: following.calls, time: event.time, side, description: event.description };
  const open = { ...following.open, [side]: enqueue(following.open[side], call) };
  return quiet({ ...following, open, calls: following.calls + 1 });
}

function settle(following: Following, side: Side, settled: Settled): Followed {
  const { overtaken, open } = following;
  if (overtaken[side] > 0) return quiet({ ...following, overtaken: { ...overtaken, [side]: overtaken[side] - 1 } });
  const oldest = dequeue(open[side]);
  if (oldest === null) return quiet(following);
  return judgeCall({ ...following, open: { ...open, [side]: oldest.rest } }, oldest.item, settled);
}

function judgeCall(before: Following, call: OpenCall, settled: Settled): Followed {
  const { session, history } = before;
  const expectation = expectationOf(session, call.side, call.description, settled.description?.sdp ?? null);
  const wanted = settled.outcome === "applied" ? expectation.session.signalingState : null;
  const claim = claimState(before, wanted);
  const observed = { outcome: settled.outcome, message: settled.message, signalingState: claim.observed };
  const judged = judge(session, call.side, expectation, observed);
  const following = {
    ...before,
    session: judged.session,
    unclaimed: claim.unclaimed,
    lastSettled: settled.time,
    unexplained:
      claim.missing === null
        ? null
        : { before: { ...before, unexplained: null }, call, settled, wanted: claim.missing },
    history: remember(history, session, call.side, settled.time, judged),
  };
  return { following, steps: [judgedStep(before, call, judged, observed)] };
}

function judgedStep(before: Following, call: OpenCall, judged: Judgement, observed: Observed): Step {
  return {
    index: call.index,
    time: call.time,
    call: methodOf(call.side),
    type: judged.expectation.type,
    before: before.session.signalingState,
    waited: Math.max(0, before.lastSettled - call.time),
    expected: judged.expected,
    observed,
    verdict: judged.verdict,
    why: judged.why,
    cause: judged.verdict === "conforms" ? null : likelyCause(before.history, before.session, call.side, judged),
    code: judged.code,
    rule: judged.rule,
    reference: judged.reference,
  };
}

function methodOf(side: Side): "setLocalDescription" | "setRemoteDescription" {
  return side === "local" ? "setLocalDescription" : "setRemoteDescription";
}

function observeState(following: Following, state: SignalingState): Followed {
  const seen = { ...following, statesSeen: true };
  const { unexplained } = following;
  if (unexplained?.wanted === state) return revise(seen, state);
  if (isBusy(following)) return quiet({ ...seen, unclaimed: withState(following, state) });
  // No call explains it: go on from there.
  return quiet({ ...seen, session: resynchronise(following.session, state), unexplained: null });
}

// The state that the call settled last should have led to has come late: judge it again.
function revise(following: Following, state: SignalingState): Followed {
  const { before, call, settled } = following.unexplained ?? {};
  if (before === undefined || call === undefined || settled === undefined) return quiet(following);
  const revised = judgeCall({ ...before, statesSeen: true, unclaimed: [state] }, call, settled);
  const { session, history } = revised.following;
  return { following: { ...following, session, history, unexplained: null }, steps: revised.steps };
}

// What was created is what may be set, whether or not it should have been created in that state.
function observeCreated(following: Following, settled: Settled): Following {
  if (settled.outcome !== "applied" || settled.description === null) return following;
  const { sdp } = settled.description;
  const isOffer = settled.call === "createOffer";
  const outcome = isOffer ? offerCreated(following.session, sdp) : answerCreated(following.session, sdp);
  if (outcome.kind === "applied") return { ...following, session: outcome.session };
  const session = makeSession({ ...following.session, [isOffer ? "lastCreatedOffer" : "lastCreatedAnswer"]: sdp });
  return { ...following, session };
}

// close() settles nothing: the calls that it overtakes stay pending for ever, as they should.
function observeClose(following: Following, time: number): Followed {
  const { session } = following;
  const closed = close(session).session;
  const overtaken = openCalls(following);
  const step = plainStep(
    { index: following.calls, time, call: "close", type: null, before: session.signalingState },
    { outcome: "applied", message: null, signalingState: "closed" },
    "conforms",
    null,
  );
  const count = (side: Side) => overtaken.filter((call) => call.side === side).length;
  return {
    following: {
      ...following,
      session: closed,
      unclaimed: [],
      open: { local: emptyQueue, remote: emptyQueue },
      overtaken: {
        local: following.overtaken.local + count("local"),
        remote: following.overtaken.remote + count("remote"),
      },
      calls: following.calls + 1,
      unexplained: null,
      history: rememberClose(following.history, time),
    },
    steps: [
      ...overtaken.map((call) => unsettledStep(session, call, "conforms", null)),
      { ...step, expected: { outcome: "applied", error: null, signalingState: "closed" } },
    ],
  };
}

function unsettledStep(session: Session, call: OpenCall, verdict: Step["verdict"], why: string | null): Step {
  const { signalingState } = session;
  const type = typeof call.description === "object" ? loggedType(call.description) : null;
  return plainStep(
    { index: call.index, time: call.time, call: methodOf(call.side), type, before: signalingState },
    { outcome: "unsettled", message: null, signalingState },
    verdict,
    why,
  );
}

function loggedType(description: object | null): string | null {
  if (description === null || !Object.hasOwn(description, "type")) return null;
  const { type } = description as { type?: unknown };
  return typeof type === "string" ? type : null;
}

import { close, makeSession } from "../session/index.ts";
import type { Side, SignalingState } from "../signaling/index.ts";
import { claimState, withState } from "./claim.ts";
import { expectationOf, withCreated } from "./expectation.ts";
import { type Following, isBusy, type OpenCall, openCalls, type Settled, type Unexplained } from "./following.ts";
import { remember, rememberClose } from "./history.ts";
import { judge } from "./judge.ts";
import { closeStep, judgedStep, unsettledStep } from "./make-step.ts";
import { dequeue, emptyQueue, enqueue } from "./queue.ts";
import { resynchronise } from "./resynchronise.ts";
import type { Step } from "./step.ts";
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
  const oldest = dequeue(open[side]);
  // A closed connection applies nothing: what was applied all the same is a call that close overtook.
  const late = overtaken[side] > 0 && (oldest === null || settled.outcome === "applied");
  if (late) return quiet({ ...following, overtaken: { ...overtaken, [side]: overtaken[side] - 1 } });
  if (oldest === null) return quiet(following);
  return judgeCall({ ...following, open: { ...open, [side]: oldest.rest } }, oldest.item, settled);
}

function judgeCall(before: Following, call: OpenCall, settled: Settled): Followed {
  const { session, history } = before;
  const expectation = expectationOf(session, call.side, call.description, settled.description);
  const wanted = settled.outcome === "applied" ? expectation.session.signalingState : null;
  const claim = claimState(before, wanted);
  const { outcome, message } = settled;
  const observed = { outcome, message, signalingState: claim.observed, stateSeen: before.statesSeen };
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
    history: remember(history, session, call.side, call.time, judged),
  };
  return { following, steps: [judgedStep(before, call, judged, observed)] };
}

function observeState(following: Following, state: SignalingState): Followed {
  const seen = { ...following, statesSeen: true };
  if (following.unexplained?.wanted === state) return revise(seen, following.unexplained, state);
  if (following.session.signalingState === "closed") return quiet(seen);
  if (state === "closed") return observeClosed(seen);
  if (isBusy(following)) return quiet({ ...seen, unclaimed: withState(following, state) });
  // No call explains it: go on from there.
  return quiet({ ...seen, session: resynchronise(following.session, state) });
}

// The state that the call settled last should have led to has come late: judge it again.
function revise(following: Following, { before, call, settled }: Unexplained, state: SignalingState): Followed {
  const revised = judgeCall({ ...before, statesSeen: true, unclaimed: [state] }, call, settled);
  // What was created since stays created.
  const { lastCreatedOffer, lastCreatedAnswer } = following.session;
  const session = makeSession({ ...revised.following.session, lastCreatedOffer, lastCreatedAnswer });
  const { history } = revised.following;
  return { following: { ...following, session, history, unexplained: null }, steps: revised.steps };
}

// What was created is what may be set, whether or not it should have been created in that state.
function observeCreated(following: Following, { outcome, call, description }: Settled): Following {
  if (outcome !== "applied" || description === null) return following;
  const created = { type: call === "createOffer" ? "offer" : "answer", sdp: description.sdp };
  return { ...following, session: withCreated(following.session, created) };
}

function observeClose(following: Following, time: number): Followed {
  const { session, calls } = following;
  const closed = observeClosed(following);
  const history = rememberClose(following.history, time);
  return {
    following: { ...closed.following, calls: calls + 1, history },
    steps: [...closed.steps, closeStep(session, calls, time)],
  };
}

// The connection is closed. The calls that this overtakes stay pending for ever, as they should.
function observeClosed(following: Following): Followed {
  const { session, overtaken } = following;
  const calls = openCalls(following);
  const count = (side: Side) => overtaken[side] + calls.filter((call) => call.side === side).length;
  return {
    following: {
      ...following,
      session: close(session).session,
      unclaimed: [],
      open: { local: emptyQueue, remote: emptyQueue },
      overtaken: { local: count("local"), remote: count("remote") },
      unexplained: null,
    },
    steps: calls.map((call) => unsettledStep(session, call, "conforms", null)),
  };
}

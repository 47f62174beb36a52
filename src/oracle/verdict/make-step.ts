import type { Session } from "../../session/session.ts";
import { sdpTypes } from "../../signaling/edge.generated.ts";
import type { SdpType, Side } from "../../signaling/transition-table.ts";
import { closingExpectation } from "../expected/expectation.ts";
import type { OpenCall, Oracle, Settled } from "../oracle.ts";
import { likelyCause } from "./history.ts";
import type { Judgement, Observed } from "./judgement.ts";
import type { Step } from "./step.ts";

/** The step of a call that was settled and judged; `before` is where the follower stood then. */
export function judgedStep(before: Oracle, call: OpenCall, judged: Judgement, observed: Observed): Step {
  return {
    index: call.index,
    time: call.time,
    call: methodOf(call.side),
    type: judged.expectation.type,
    provision: judged.expectation.provision,
    before: before.session.signalingState,
    waited: Math.max(0, (before.lastSettled ?? call.time) - call.time),
    expected: judged.expected,
    observed,
    verdict: judged.verdict,
    differences: judged.differences,
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

/** The step of createOffer() or createAnswer(), judged. */
export function creationStep(
  { signalingState }: Session,
  index: number,
  { time, call }: Settled,
  judged: Judgement,
  observed: Observed,
): Step {
  const { verdict, differences, why, code, rule, reference, expected } = judged;
  const { type, provision } = judged.expectation;
  const place = { index, time, call, type, before: signalingState };
  return { ...plainStep(place, observed, verdict, why), expected, provision, differences, code, rule, reference };
}

/** The step of close(), which is always applied. */
export function closeStep(session: Session, index: number, time: number): Step {
  const expected = { outcome: "applied", error: null, signalingState: "closed" } as const;
  const place = { index, time, call: "close", type: null, before: session.signalingState } as const;
  const observed = {
    outcome: "applied",
    message: null,
    signalingState: "closed",
    stateSeen: true,
    error: null,
  } as const;
  const { provision } = closingExpectation(session);
  return { ...plainStep(place, observed, "conforms", null), expected, provision };
}

/** The step of a call that was never settled. */
export function unsettledStep(session: Session, call: OpenCall, verdict: Step["verdict"], why: string | null): Step {
  const { signalingState } = session;
  const type = typeof call.description === "object" ? loggedType(call.description) : null;
  return plainStep(
    { index: call.index, time: call.time, call: methodOf(call.side), type, before: signalingState },
    { outcome: "unsettled", message: null, signalingState, stateSeen: false, error: null },
    verdict,
    why,
  );
}

function loggedType(description: object | null): SdpType | null {
  if (description === null || !Object.hasOwn(description, "type")) return null;
  const { type } = description as { type?: unknown };
  return sdpTypes.find((known) => known === type) ?? null;
}

// A step that was never compared with anything.
function plainStep(
  place: Pick<Step, "index" | "time" | "call" | "type" | "before">,
  observed: Observed,
  verdict: Step["verdict"],
  why: string | null,
): Step {
  return {
    ...place,
    provision: null,
    waited: 0,
    expected: null,
    observed,
    verdict,
    differences: [],
    why,
    cause: null,
    code: null,
    rule: null,
    reference: null,
  };
}

import { sdpTypeNamed } from "../../signaling/names.ts";
import type { SdpType, SignalingState } from "../../signaling/transition-table.ts";
import type { Reference } from "../../specifications.ts";
import { type RecordedArgument, typeIn } from "../evidence/argument.ts";
import { type CallName, createdBy } from "../evidence/trace-event.ts";
import type { Expectation } from "../expected/expectation.ts";
import type { Difference } from "./difference.ts";
import type { AtFault, Expected, Judgement, Observed, Verdict } from "./judgement.ts";

/** A call, judged. Times are in ms since the epoch. */
export interface Step {
  /** The call's place among the connection's calls, from 0. A later step of the same index replaces it. */
  readonly index: number;
  readonly time: number;
  /** createOffer() and createAnswer() are judged of a live peer connection only. */
  readonly call: CallName;
  readonly type: SdpType | null;
  /** What of the specification the call exercised, in kebab-case; null where the call was never judged. */
  readonly provision: string | null;
  /** The signaling state when the call ran: after every call before it in the operations chain. */
  readonly before: SignalingState;
  /** How long the call waited in the operations chain for the calls before it, in ms. */
  readonly waited: number;
  readonly expected: Expected | null;
  readonly observed: Observed;
  readonly verdict: Verdict;
  /** Who is at fault; null where the call conforms, or was not judged. */
  readonly fault: AtFault | null;
  readonly differences: readonly Difference[];
  /** Why, in one sentence; null where the call conforms. */
  readonly why: string | null;
  /** The likely reason that the log shows; null where it shows none. */
  readonly cause: Cause | null;
  readonly code: string | null;
  readonly rule: string | null;
  readonly reference: Reference | null;
}

/** A likely reason: what happened, in a clause, and when, in ms since the epoch. */
export interface Cause {
  readonly what: string;
  readonly time: number | null;
}

/** The call that a step is about. */
export interface SteppedCall {
  readonly index: number;
  readonly time: number;
  readonly call: CallName;
  readonly argument: RecordedArgument;
}

/** The step of a call that was settled and judged. */
export function judgedStep(
  { index, time, call, argument }: SteppedCall,
  { before, type: expectedType, provision }: Expectation,
  { expected, observed, verdict, fault, differences, why, code, rule, reference, isLate }: Judgement,
  { waited, cause }: Pick<Step, "waited" | "cause">,
): Step {
  const type = isLate ? typeNamed(call, argument) : expectedType;
  // All members at once: a dump may have a million steps, and each member added later costs an engine a copy.
  return {
    index,
    time,
    call,
    type,
    provision,
    before: before.session.signalingState,
    waited,
    expected,
    observed,
    verdict,
    fault,
    differences,
    why,
    cause,
    code,
    rule,
    reference,
  };
}

/** A step whose verdict rested on what has turned out otherwise. */
export function withdrawnStep(step: Step): Step {
  const why =
    "The call was settled before a call that comes before it in the operations chain, and that one did not end as expected.";
  return { ...step, ...nothingJudged, verdict: "unjudged", why };
}

const nothingJudged = {
  expected: null,
  fault: null,
  differences: [],
  cause: null,
  code: null,
  rule: null,
  reference: null,
} as const;

/** The step of a call that was not settled, whose connection stands in that state. */
export function unsettledStep(
  { index, time, call, argument }: SteppedCall,
  before: SignalingState,
  verdict: "conforms" | "unjudged",
  why: string | null,
): Step {
  const outcome = "unsettled";
  const observed = { outcome, message: null, signalingState: before, stateSeen: false, error: null } as const;
  const place = { index, time, call, type: typeNamed(call, argument), provision: null, before, waited: 0 };
  return { ...place, ...nothingJudged, observed, verdict, why };
}

// The type that a call names by itself, whatever the state; null where the state would decide.
function typeNamed(call: CallName, argument: RecordedArgument): SdpType | null {
  return createdBy(call) ?? sdpTypeNamed(typeIn(argument));
}

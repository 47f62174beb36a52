import type { SdpType, SignalingState } from "../../signaling/transition-table.ts";
import type { CallName } from "../evidence/trace-event.ts";
import type { Difference } from "./difference.ts";
import type { Judgement, Observed } from "./judgement.ts";

/** A call of setLocalDescription, setRemoteDescription or close, judged. Times are in ms since the epoch. */
export interface Step {
  /** The call's place among the connection's calls, from 0. A later step of the same index replaces it. */
  readonly index: number;
  readonly time: number;
  /** createOffer() and createAnswer() are judged of a live peer connection only. */
  readonly call: CallName;
  readonly type: SdpType | null;
  /** What of the specification it exercised, in kebab-case; null where it was never judged. */
  readonly provision: string | null;
  /** The signaling state when it ran: after every call before it in the operations chain. */
  readonly before: SignalingState;
  /** How long it waited in the operations chain for the calls before it, in ms. */
  readonly waited: number;
  readonly expected: Judgement["expected"];
  readonly observed: Observed;
  readonly verdict: Judgement["verdict"];
  readonly differences: readonly Difference[];
  /** Why, in one sentence; null where the call conforms. */
  readonly why: string | null;
  /** What the log shows to be the likely reason; null where it shows none. */
  readonly cause: Cause | null;
  readonly code: string | null;
  readonly rule: string | null;
  readonly reference: Judgement["reference"];
}

/** A likely reason: what happened, in a clause, and when, in ms since the epoch. */
export interface Cause {
  readonly what: string;
  readonly time: number | null;
}

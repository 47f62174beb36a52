import type { SdpType, SignalingState } from "../signaling/index.ts";
import type { Judgement, Observed } from "./judge.ts";

/** A call of setLocalDescription, setRemoteDescription or close, judged. Times are in ms since the epoch. */
export interface Step {
  /** The call's place among the connection's calls, from 0. A later step of the same index replaces it. */
  readonly index: number;
  readonly time: number;
  readonly call: "setLocalDescription" | "setRemoteDescription" | "close";
  readonly type: SdpType | null;
  /** The signaling state when it ran: after every call before it in the operations chain. */
  readonly before: SignalingState;
  /** How long it waited in the operations chain for the calls before it, in ms. */
  readonly waited: number;
  readonly expected: Judgement["expected"];
  readonly observed: Observed;
  readonly verdict: Judgement["verdict"];
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

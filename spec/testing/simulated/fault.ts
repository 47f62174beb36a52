import type { Call, Plan } from "./plan.ts";

/** One way in which a peer connection can be wrong: a change to what it rightly does about a call. */
export interface Fault {
  readonly name: string;
  /** What is broken, in a sentence. */
  readonly summary: string;
  /** The plan of the broken one; the plan given where the fault does not touch the call. */
  readonly change: (plan: Plan, call: Call) => Plan;
}

import type { Fault } from "./fault.ts";
import { inSession, refusalOf, rollsBackImplicitly, sets, succeeds } from "./plan-edits.ts";

/** A call is applied or refused as it must be, and leaves the connection in the wrong state. */
export const stateFaults = [
  {
    name: "pranswer-applied-as-answer",
    summary: "A provisional answer ends the negotiation, as if it were the final one.",
    change: (plan, call) => {
      if (call.type !== "pranswer" || !succeeds(plan)) return plan;
      const { sdp } = call.description as { readonly sdp: string };
      const answered = inSession({ ...call, type: "answer", description: { type: "answer", sdp } }, {});
      return succeeds(answered) ? answered : plan;
    },
  },
  {
    name: "implicit-rollback-undone-by-bad-offer",
    summary: "Where the crossing offer is refused for what it is, the local offer is still there.",
    change: (plan, call) =>
      rollsBackImplicitly(plan, call) ? plan.filter((action) => succeeds(plan) || action.do === "reject") : plan,
  },
  {
    name: "bad-answer-ends-negotiation",
    summary: "A remote answer that is refused for what it is takes the offer with it: back to stable.",
    change: (plan, call) => {
      const error = refusalOf(plan)?.error;
      const bad = sets(call, "remote", "answer") && (error === "RTCError" || error === "InvalidAccessError");
      if (!bad) return plan;
      const session = { ...call.before, signalingState: "stable", ...emptyPending } as const;
      return [{ do: "become", session }, { do: "fire" }, ...plan];
    },
  },
  {
    name: "close-keeps-signaling-state",
    summary: "close() leaves the signaling state as it was, and calls go on being carried out.",
    change: (plan, call) => (call.name === "close" ? [] : plan),
  },
] as const satisfies readonly Fault[];

const emptyPending = { pendingLocalDescription: null, pendingRemoteDescription: null };

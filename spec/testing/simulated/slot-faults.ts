import type { Description, Session } from "../../../src/entries/index.ts";
import type { Fault } from "./fault.ts";
import type { Call, Plan } from "./plan.ts";
import { isIn, rollsBackImplicitly, sets, succeeds, withSessions } from "./plan-edits.ts";

/** The state is right, what the slots and the last created offer hold is not. */
export const slotFaults = [
  {
    name: "pending-local-kept-by-remote-answer",
    summary: "A remote answer does not clear pendingLocalDescription.",
    change: (plan, call) => (sets(call, "remote", "answer") ? keeping(plan, call, "pendingLocalDescription") : plan),
  },
  {
    name: "pending-remote-kept-by-local-answer",
    summary: "A local answer does not clear pendingRemoteDescription.",
    change: (plan, call) => (sets(call, "local", "answer") ? keeping(plan, call, "pendingRemoteDescription") : plan),
  },
  {
    name: "current-remote-not-set-by-remote-answer",
    summary: "A remote answer is not stored as currentRemoteDescription.",
    change: (plan, call) => (sets(call, "remote", "answer") ? keeping(plan, call, "currentRemoteDescription") : plan),
  },
  {
    name: "current-remote-not-set-by-local-answer",
    summary: "A local answer does not make the pending remote offer the current one.",
    change: (plan, call) => (sets(call, "local", "answer") ? keeping(plan, call, "currentRemoteDescription") : plan),
  },
  {
    name: "pending-local-kept-by-rollback",
    summary: "A rollback of a local offer leaves pendingLocalDescription as it was.",
    change: (plan, call) => (call.type === "rollback" ? keeping(plan, call, "pendingLocalDescription") : plan),
  },
  {
    name: "pending-remote-kept-by-rollback",
    summary: "A rollback of a remote offer leaves pendingRemoteDescription as it was.",
    change: (plan, call) => (call.type === "rollback" ? keeping(plan, call, "pendingRemoteDescription") : plan),
  },
  {
    name: "pending-local-kept-by-implicit-rollback",
    summary: "An implicit rollback leaves pendingLocalDescription as it was.",
    change: (plan, call) => (rollsBackImplicitly(plan, call) ? keeping(plan, call, "pendingLocalDescription") : plan),
  },
  {
    name: "current-slots-cleared-by-rollback",
    summary: "A rollback empties the current slots too, as if nothing had been negotiated before.",
    change: (plan, call) => (call.type === "rollback" ? withSessions(plan, withoutCurrent) : plan),
  },
  {
    name: "current-slots-cleared-by-implicit-rollback",
    summary: "An implicit rollback empties the current slots too, as if nothing had been negotiated before.",
    change: (plan, call) => (rollsBackImplicitly(plan, call) ? withSessions(plan, withoutCurrent) : plan),
  },
  {
    name: "created-offer-lost-on-rollback",
    summary: "A rollback discards the last created offer, so that setting it afterwards counts as modified.",
    change: (plan, call) =>
      call.type === "rollback" ? withSessions(plan, (session) => ({ ...session, lastCreatedOffer: "" })) : plan,
  },
  {
    name: "remote-pranswer-discards-local-offer",
    summary: "A remote provisional answer clears pendingLocalDescription, which has to wait for the final answer.",
    change: (plan, call) =>
      sets(call, "remote", "pranswer")
        ? withSessions(plan, (session) => ({ ...session, pendingLocalDescription: null }))
        : plan,
  },
  {
    name: "pranswer-stored-as-answer",
    summary: "The slot of a provisional answer shows the type answer.",
    change: (plan, call) => (call.type === "pranswer" ? withSessions(plan, withFinalAnswers) : plan),
  },
  {
    name: "slot-drops-attribute",
    summary: "A remote description is stored as the stack would write it, without an attribute that it does not use.",
    change: (plan, call) => (call.side === "remote" ? withSessions(plan, withoutIceOptions) : plan),
  },
  {
    name: "second-offer-not-stored",
    summary: "An offer that replaces a pending one is accepted, but the slot keeps the first.",
    change: (plan, call) => {
      if (sets(call, "local", "offer") && isIn(call, "have-local-offer")) {
        return keeping(plan, call, "pendingLocalDescription");
      }
      const replaces = sets(call, "remote", "offer") && isIn(call, "have-remote-offer");
      return replaces ? keeping(plan, call, "pendingRemoteDescription") : plan;
    },
  },
] as const satisfies readonly Fault[];

// A slot stays what it was before a call that succeeds, or that rolls back at least.
function keeping(plan: Plan, call: Call, slot: KeptSlot): Plan {
  if (!succeeds(plan) && !rollsBackImplicitly(plan, call)) return plan;
  return withSessions(plan, (session) => ({ ...session, [slot]: call.before[slot] }));
}

type KeptSlot = "pendingLocalDescription" | "pendingRemoteDescription" | "currentRemoteDescription";

function withoutCurrent(session: Session): Session {
  return { ...session, currentLocalDescription: null, currentRemoteDescription: null };
}

function withFinalAnswers(session: Session): Session {
  const asAnswer = (slot: Description | null) =>
    slot?.type === "pranswer" ? { ...slot, type: "answer" as const } : slot;
  return {
    ...session,
    pendingLocalDescription: asAnswer(session.pendingLocalDescription),
    pendingRemoteDescription: asAnswer(session.pendingRemoteDescription),
  };
}

function withoutIceOptions(session: Session): Session {
  const reduced = (slot: Description | null) =>
    slot && { ...slot, sdp: slot.sdp.replaceAll(/^a=ice-options:.*\r\n/gm, "") };
  return {
    ...session,
    pendingRemoteDescription: reduced(session.pendingRemoteDescription),
    currentRemoteDescription: reduced(session.currentRemoteDescription),
  };
}

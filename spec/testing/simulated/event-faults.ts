import type { Fault } from "./fault.ts";
import type { Action, Plan } from "./plan.ts";
import { refusalOf, rollsBackImplicitly, sets, succeeds, withEvent, withoutEvents } from "./plan-edits.ts";

/** State and slots come out right; when and how often signalingstatechange is fired, or the promise settles, does not. */
export const eventFaults = [
  {
    name: "event-fired-twice",
    summary: "signalingstatechange is fired twice for every change.",
    change: (plan) => plan.flatMap((action): Plan => (action.do === "fire" ? [action, action] : [action])),
  },
  {
    name: "event-not-fired",
    summary: "signalingstatechange is never fired.",
    change: withoutEvents,
  },
  {
    name: "event-not-fired-on-rollback",
    summary: "A rollback does not fire signalingstatechange.",
    change: (plan, call) => (call.type === "rollback" ? withoutEvents(plan) : plan),
  },
  {
    name: "event-without-change",
    summary: "An offer that replaces a pending one fires signalingstatechange, although the state stays what it was.",
    change: (plan, call) => {
      const replaces = call.before.signalingState === `have-${call.side}-offer`;
      return call.type === "offer" && replaces && succeeds(plan) ? withEvent(plan) : plan;
    },
  },
  {
    name: "event-on-close",
    summary: "close() fires signalingstatechange.",
    change: (plan, call) => (call.name === "close" && plan.length > 0 ? withEvent(plan) : plan),
  },
  {
    name: "event-on-refusal",
    summary: "A description that is refused for what it is fires signalingstatechange.",
    change: (plan) => (refusalOf(plan)?.error === "InvalidAccessError" ? withEvent(plan) : plan),
  },
  {
    name: "event-after-settling",
    summary: "signalingstatechange is fired a task after the promise has settled.",
    change: (plan) => (plan.some(isFire) ? [...withoutEvents(plan), { do: "wait" }, ...plan.filter(isFire)] : plan),
  },
  {
    name: "event-before-state",
    summary: "signalingstatechange is fired before the state changes: a handler reads the old one.",
    change: (plan) => plan.flatMap((action, index) => exchanged(plan, action, index)),
  },
  {
    name: "implicit-rollback-without-stable-event",
    summary: "An implicit rollback is not seen: only the change to have-remote-offer is.",
    change: (plan, call) => {
      if (!rollsBackImplicitly(plan, call)) return plan;
      const first = plan.findIndex(isFire);
      return plan.filter((_, index) => index !== first);
    },
  },
  {
    name: "state-after-settling",
    summary: "The promise is resolved a task before the description is in effect.",
    change: (plan, call) =>
      call.side !== null && succeeds(plan)
        ? [...plan.filter(settles), { do: "wait" }, ...plan.filter((action) => !settles(action))]
        : plan,
  },
  {
    name: "rollback-never-settles",
    summary: "A local rollback of a remote offer is carried out, but its promise never settles.",
    change: (plan, call) =>
      sets(call, "local", "rollback") && call.before.signalingState === "have-remote-offer"
        ? plan.filter((action) => !settles(action))
        : plan,
  },
] as const satisfies readonly Fault[];

function isFire({ do: kind }: Action): boolean {
  return kind === "fire";
}

function settles({ do: kind }: Action): boolean {
  return kind === "resolve" || kind === "reject";
}

// The change of state and the event that follows it, the other way round.
function exchanged(plan: Plan, action: Action, index: number): Plan {
  const [before, after] = [plan[index - 1], plan[index + 1]];
  if (action.do === "become" && after?.do === "fire") return [after, action];
  return action.do === "fire" && before?.do === "become" ? [] : [action];
}

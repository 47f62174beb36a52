import type { Fault } from "./fault.ts";
import { domException, isIn, refused, rollsBackImplicitly, sets, succeeds, underOptions } from "./plan-edits.ts";

/** What must be applied is refused. */
export const refusalFaults = [
  {
    name: "rollback-refused",
    summary: "There is no rollback: setting one is refused.",
    change: (plan, call) =>
      call.type === "rollback" && succeeds(plan) ? refused(domException("InvalidStateError", "no rollback")) : plan,
  },
  {
    name: "remote-rollback-refused-in-have-local-offer",
    summary: "Only the side that made the offer may roll it back: a remote rollback of a local offer is refused.",
    change: (plan, call) =>
      sets(call, "remote", "rollback") && isIn(call, "have-local-offer")
        ? refused(domException("InvalidStateError", "not your offer"))
        : plan,
  },
  {
    name: "no-implicit-rollback",
    summary: "A remote offer that crosses a local one is refused.",
    change: (plan, call) => (rollsBackImplicitly(plan, call) ? underOptions(call, { profile: "legacy" }) : plan),
  },
  {
    name: "local-description-without-sdp-refused",
    summary: "setLocalDescription() does not create the description by itself.",
    change: (plan, call) => {
      if (call.side !== "local" || call.type === "rollback" || !succeeds(plan)) return plan;
      const { sdp = "" } = { ...(call.description as { readonly sdp?: string } | null | undefined) };
      return sdp === "" ? refused(new TypeError("1 argument required, but only 0 present")) : plan;
    },
  },
  {
    name: "pranswer-refused",
    summary: "Provisional answers are not supported.",
    change: (plan, call) =>
      call.type === "pranswer" && succeeds(plan) ? refused(domException("NotSupportedError", "pranswer")) : plan,
  },
  {
    name: "second-pranswer-refused",
    summary: "A provisional answer cannot be followed by another one.",
    change: (plan, call) =>
      call.type === "pranswer" && isIn(call, "have-local-pranswer", "have-remote-pranswer") && succeeds(plan)
        ? refused(domException("InvalidStateError", "there is a provisional answer"))
        : plan,
  },
  {
    name: "second-remote-offer-refused",
    summary: "A remote offer cannot be replaced by another one.",
    change: (plan, call) =>
      sets(call, "remote", "offer") && isIn(call, "have-remote-offer") && succeeds(plan)
        ? refused(domException("InvalidStateError", "there is an offer"))
        : plan,
  },
] as const satisfies readonly Fault[];

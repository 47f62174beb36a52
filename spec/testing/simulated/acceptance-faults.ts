import { type Profile, profiles, type SignalingState } from "../../../src/entries/index.ts";
import type { Fault } from "./fault.ts";
import type { Call, Plan } from "./plan.ts";
import { inSession, isIn, refusalOf, sets, succeeds, underOptions, withoutEvents, withSessions } from "./plan-edits.ts";

const unmodifiedUnchecked: Profile = { ...profiles["webrtc-pc"], name: "unchecked", modificationCheck: "off" };

/** What must be refused is applied. */
export const acceptanceFaults = [
  {
    name: "rollback-from-local-pranswer-applied",
    summary: "A local provisional answer can be rolled back, as in RFC 9429 but not in webrtc-pc.",
    change: (plan, call) =>
      sets(call, "local", "rollback") && isIn(call, "have-local-pranswer")
        ? underOptions(call, { profile: "rfc9429" })
        : plan,
  },
  {
    name: "rollback-in-stable-applied",
    summary: "A rollback in stable, where nothing is to be rolled back, succeeds.",
    change: (plan, call) =>
      call.type === "rollback" && isIn(call, "stable") ? [{ do: "resolve", value: undefined }] : plan,
  },
  {
    name: "garbage-applied",
    summary: "Text that is not SDP is accepted.",
    change: (plan, call) => (refusalOf(plan)?.error === "RTCError" ? underOptions(call, { sdp: "opaque" }) : plan),
  },
  {
    name: "unacceptable-sdp-applied",
    summary: "SDP is parsed, but whether its content is acceptable is not looked at.",
    change: (plan, call) =>
      refusalOf(plan)?.error === "InvalidAccessError" ? underOptions(call, { sdp: "opaque" }) : plan,
  },
  {
    name: "remote-answer-in-stable-applied",
    summary: "A remote answer is applied in stable, where no offer waits for one.",
    change: (plan, call) => {
      if (!sets(call, "remote", "answer") || !isIn(call, "stable")) return plan;
      const { currentLocalDescription: pendingLocalDescription } = call.before;
      const answered = inSession(call, { signalingState: "have-local-offer", pendingLocalDescription });
      return succeeds(answered) ? withoutEvents(answered) : plan;
    },
  },
  {
    name: "munged-local-offer-applied",
    summary: "A created offer may be changed before it is set.",
    change: (plan, call) => {
      const munged = call.type === "offer" && call.before.lastCreatedOffer !== "";
      return munged && refusalOf(plan)?.error === "InvalidModificationError"
        ? underOptions(call, { profile: unmodifiedUnchecked })
        : plan;
    },
  },
  {
    name: "modification-check-missing",
    summary: "Any local description may be set, whether or not it was created here.",
    change: (plan, call) =>
      refusalOf(plan)?.error === "InvalidModificationError"
        ? underOptions(call, { profile: unmodifiedUnchecked })
        : plan,
  },
  {
    name: "offer-created-in-have-remote-offer",
    summary: "createOffer() succeeds while a remote offer waits for its answer.",
    change: (plan, call) =>
      call.name === "createOffer" && isIn(call, "have-remote-offer") ? createdAsIn("stable", call) : plan,
  },
  {
    name: "answer-created-in-stable",
    summary: "createAnswer() succeeds where there is no offer to answer.",
    change: (plan, call) =>
      call.name === "createAnswer" && isIn(call, "stable") ? createdAsIn("have-remote-offer", call) : plan,
  },
  {
    name: "closed-connection-resolves",
    summary: "Calls on a closed connection succeed without doing anything.",
    change: (plan) => (refusalOf(plan)?.code === "connection-closed" ? [{ do: "resolve", value: undefined }] : plan),
  },
] as const satisfies readonly Fault[];

// The description is created as it would be in that state, which is not entered.
function createdAsIn(signalingState: SignalingState, call: Call): Plan {
  return withSessions(inSession(call, { signalingState }), (session) => ({
    ...session,
    signalingState: call.before.signalingState,
  }));
}

import { withDescription } from "../../session/apply.ts";
import { createSession } from "../../session/create-session.ts";
import { makeSession, type Session } from "../../session/session.ts";
import type { SignalingState } from "../../signaling/transition-table.ts";
import type { TracedStep } from "./opened-trace.ts";

/** A connection before anything was observed. Its SDP is as the trace has it: never judged. */
export const unobservedSession: Session = createSession({ sdp: "opaque" });

/** The session after a step, as it was observed: what was set is in its slot, and the state is that of the trace. */
export function sessionAfter(before: Session, { set, signalingState }: TracedStep): Session {
  const state = signalingState ?? before.signalingState;
  if (set === null) return state === before.signalingState ? before : inState(before, state);
  // An offer from the other side takes back the one that it crosses.
  const crosses = set.side === "remote" && set.type === "offer" && before.pendingLocalDescription !== null;
  return withDescription(crosses ? inState(before, "stable") : before, set.side, set, state);
}

// No description is pending in stable.
function inState(session: Session, signalingState: SignalingState): Session {
  const pending = signalingState === "stable" ? { pendingLocalDescription: null, pendingRemoteDescription: null } : {};
  return makeSession({ ...session, ...pending, signalingState });
}

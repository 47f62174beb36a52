import { close } from "../../session/close.ts";
import { pendingTypesIn } from "../../session/pending.ts";
import { makeDescription, makeSession, type Session } from "../../session/session.ts";
import type { Description, DescriptionType } from "../../signaling/description.ts";
import type { SignalingState } from "../../signaling/transition-table.ts";

/**
 * The session moved to the state that was observed, whatever led there: the pending slots are filled as that state
 * demands, keeping what fits. The SDP of a description that was never seen is "".
 */
export function resynchronise(session: Session, state: SignalingState): Session {
  if (state === "closed") return close(session).session;
  const { signalingState, pendingLocalDescription: local, pendingRemoteDescription: remote } = session;
  const [pending] = pendingTypesIn(state);
  if (pending === undefined) return session;
  if (state === signalingState && fits(local, pending.local) && fits(remote, pending.remote)) return session;
  return makeSession({
    ...session,
    signalingState: state,
    pendingLocalDescription: keepIfFits(local, pending.local),
    pendingRemoteDescription: keepIfFits(remote, pending.remote),
  });
}

function fits(description: Description | null, type: DescriptionType | null): boolean {
  return (description?.type ?? null) === type;
}

function keepIfFits(description: Description | null, type: DescriptionType | null): Description | null {
  if (type === null) return null;
  return description?.type === type ? description : makeDescription(type, "");
}

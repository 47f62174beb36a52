import { close } from "../../session/close.ts";
import { type PendingType, pendingTypes } from "../../session/pending-types.ts";
import { makeDescription, makeSession, type Session } from "../../session/session.ts";
import type { Description } from "../../signaling/description.ts";
import type { SignalingState } from "../../signaling/transition-table.ts";

/**
 * The session moved to the state that was observed, whatever led there: the pending slots are filled as that state
 * demands, keeping what fits. The SDP of a description that was never seen is "".
 */
export function resynchronise(session: Session, state: SignalingState): Session {
  if (session.signalingState === state) return session;
  if (state === "closed") return close(session).session;
  const { pendingLocalDescription: local, pendingRemoteDescription: remote } = session;
  if (!Object.hasOwn(pendingTypes, state)) return session;
  const pending = pendingTypes[state];
  return makeSession({
    ...session,
    signalingState: state,
    pendingLocalDescription: keepIfFits(local, pending.local),
    pendingRemoteDescription: keepIfFits(remote, pending.remote),
  });
}

function keepIfFits(description: Description | null, type: PendingType): Description | null {
  if (type === null) return null;
  return description?.type === type ? description : makeDescription(type, "");
}

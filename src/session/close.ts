import { type Applied, applied } from "./outcome.ts";
import { makeSession, requireSession, type Session } from "./session.ts";

/**
 * Closes the session: every later call is refused. Always applied, without effects; a closed session is returned
 * as the very same object. A call that is under way when the connection closes never settles: commit nothing of it.
 *
 * @param session the session before, which stays as it is; a JSON copy will do
 * @throws TypeError where `session` is not a session
 * @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnection-close
 */
export function close(session: Session): Applied {
  requireSession("close", session);
  if (session.signalingState === "closed") return applied(session);
  return applied(makeSession({ ...session, signalingState: "closed" }));
}

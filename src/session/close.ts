import { type Applied, applied } from "./outcome.ts";
import { makeSession, type Session } from "./session.ts";

/**
 * Closes the session: every later call is refused. Always applied, without effects; a closed session is returned
 * as the very same object. A call that is under way when the connection closes never settles: report nothing of it.
 *
 * @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnection-close
 */
export function close(session: Session): Applied {
  if (session.signalingState === "closed") return applied(session);
  return applied(makeSession({ ...session, signalingState: "closed" }));
}

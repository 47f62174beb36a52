import { type Applied, applied, type Rejected, rejected } from "./outcome.ts";
import { refuse } from "./rejection/refuse.ts";
import { creationRejection } from "./rejection/state-rejection.ts";
import { makeSession, requireSession, type Session } from "./session.ts";

/**
 * The stack's createOffer() has created this SDP: from now on `setLocalDescription` accepts it as an offer. Has no
 * effects. Call it again, or with "", when the SDP no longer represents the state of the stack.
 *
 * Rejections: TypeError (not a string), InvalidStateError (closed, or not stable or have-local-offer).
 *
 * @param session the session before, which stays as it is; a JSON copy will do
 * @param sdp the SDP; "" discards what was created
 * @throws TypeError where `session` is not a session
 * @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnection-createoffer
 */
export function offerCreated(session: Session, sdp: string): Applied | Rejected {
  requireSession("offerCreated", session);
  const refused = rejectedCreation(session, "offer", sdp);
  return refused ?? applied(makeSession({ ...session, lastCreatedOffer: sdp }));
}

/**
 * The stack's createAnswer() has created this SDP: from now on `setLocalDescription` accepts it as an answer, final or
 * provisional. Has no effects. Call it again, or with "", when the SDP no longer represents the state of the stack: a
 * replaced remote offer makes it stale.
 *
 * Rejections: TypeError (not a string), InvalidStateError (closed, or not have-remote-offer or have-local-pranswer).
 *
 * @param session the session before, which stays as it is; a JSON copy will do
 * @param sdp the SDP; "" discards what was created
 * @throws TypeError where `session` is not a session
 * @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnection-createanswer
 */
export function answerCreated(session: Session, sdp: string): Applied | Rejected {
  requireSession("answerCreated", session);
  const refused = rejectedCreation(session, "answer", sdp);
  return refused ?? applied(makeSession({ ...session, lastCreatedAnswer: sdp }));
}

function rejectedCreation(session: Session, type: "offer" | "answer", sdp: unknown): Rejected | null {
  const name = type === "offer" ? "createOffer()" : "createAnswer()";
  const call = { side: "local", type, name } as const;
  if (typeof sdp !== "string") {
    const reason = `the SDP must be a string, found ${sdp === null ? "null" : typeof sdp}`;
    return rejected(session, refuse(session, call, "created-sdp-not-a-string", reason));
  }
  const rejection = creationRejection(session, type, call);
  return rejection === null ? null : rejected(session, rejection);
}

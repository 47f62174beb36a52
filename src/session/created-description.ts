import { creationRejection } from "./decide.ts";
import { type Applied, applied, type Rejected, rejected } from "./outcome.ts";
import { refuse } from "./rejection/refuse.ts";
import { makeSession, type Session } from "./session.ts";

/**
 * Tells the session that the stack's createOffer() produced this SDP: from now on it is what
 * `setLocalDescription` accepts as an offer. Has no effects.
 *
 * Rejections: TypeError (not a string), InvalidStateError (closed, or not stable or have-local-offer).
 *
 * @param sdp the SDP; "" discards what was created
 * @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnection-createoffer
 */
export function offerCreated(session: Session, sdp: string): Applied | Rejected {
  const refused = createdRejected(session, "offer", sdp);
  return refused ?? applied(makeSession({ ...session, lastCreatedOffer: sdp }));
}

/**
 * Tells the session that the stack's createAnswer() produced this SDP: from now on it is what
 * `setLocalDescription` accepts as an answer, final or provisional. Has no effects.
 *
 * Rejections: TypeError (not a string), InvalidStateError (closed, or not have-remote-offer or have-local-pranswer).
 *
 * @param sdp the SDP; "" discards what was created
 * @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnection-createanswer
 */
export function answerCreated(session: Session, sdp: string): Applied | Rejected {
  const refused = createdRejected(session, "answer", sdp);
  return refused ?? applied(makeSession({ ...session, lastCreatedAnswer: sdp }));
}

function createdRejected(session: Session, type: "offer" | "answer", sdp: unknown): Rejected | null {
  const name = type === "offer" ? "createOffer()" : "createAnswer()";
  const call = { side: "local", type, name } as const;
  if (typeof sdp !== "string") {
    const reason = `the SDP must be a string, not ${typeof sdp}`;
    return rejected(session, refuse(session, call, "created-sdp-not-a-string", reason));
  }
  const rejection = creationRejection(session, type, call);
  return rejection === null ? null : rejected(session, rejection);
}

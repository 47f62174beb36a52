import {
  answerCreated,
  close,
  createSession,
  type Outcome,
  offerCreated,
  type Profile,
  type ProfileName,
  type Session,
  type SignalingState,
  setLocalDescription,
  setRemoteDescription,
} from "../../src/entries/index.ts";

/** A session in that state, under that profile, brought there by calls that are legal in every profile. */
export function sessionIn(state: SignalingState, profile: ProfileName | Profile = "webrtc-pc"): Session {
  const stable = createSession({ profile, sdp: "opaque" });
  switch (state) {
    case "stable":
      return stable;
    case "have-local-offer":
      return local(stable, "offer");
    case "have-remote-offer":
      return remote(stable, "offer");
    case "have-local-pranswer":
      return local(remote(stable, "offer"), "pranswer");
    case "have-remote-pranswer":
      return remote(local(stable, "offer"), "pranswer");
    case "closed":
      return close(stable).session;
  }
}

/** The SDP of every description: it is not looked at. */
export const sdp = "v=0\r\n";

function local(session: Session, type: "offer" | "pranswer" | "answer"): Session {
  const created = type === "offer" ? offerCreated(session, sdp) : answerCreated(session, sdp);
  return applied(setLocalDescription(applied(created), { type, sdp }));
}

function remote(session: Session, type: "offer" | "pranswer" | "answer"): Session {
  return applied(setRemoteDescription(session, { type, sdp }));
}

function applied(outcome: Outcome): Session {
  if (outcome.kind !== "applied") throw new Error(`A call that the docs rely on was not applied: ${outcome.kind}`);
  return outcome.session;
}

// Sessions driven to each state by legal calls.
import { createSession, type Session, type SessionOptions, type SignalingState } from "../src/entries/index.ts";
import { sessionAfter } from "./calls.ts";

type Profile = SessionOptions["profile"];

const toState: Readonly<Record<SignalingState, readonly string[]>> = {
  stable: [],
  "have-local-offer": ["local offer"],
  "have-remote-offer": ["remote offer RO"],
  "have-local-pranswer": ["remote offer RO", "local pranswer"],
  "have-remote-pranswer": ["local offer", "remote pranswer RP"],
  closed: ["close"],
};

const toStateWithoutCreated: Readonly<Record<SignalingState, readonly string[]>> = {
  stable: [],
  "have-local-offer": ["offer created LO", "local offer", "offer created"],
  "have-remote-offer": ["remote offer RO"],
  "have-local-pranswer": ["remote offer RO", "answer created LA", "local pranswer", "answer created"],
  "have-remote-pranswer": ["offer created LO", "local offer", "offer created", "remote pranswer RP"],
  closed: ["close"],
};

/** All six states, by hand. */
export const states = Object.keys(toState) as readonly SignalingState[];

/** The states of a connection that is not closed. */
export const openStates = states.filter((state) => state !== "closed");

/**
 * A session in that state where both an offer, LO, and an answer, LA, were created and are still usable: any local
 * description with that SDP passes the modification check, so that only the state decides.
 */
export function sessionIn(state: SignalingState, profile: Profile = "webrtc-pc"): Session {
  const bothCreated = ["remote offer RO", "answer created LA", "remote rollback", "offer created LO"];
  return sessionAfter(createSession({ profile, sdp: "opaque" }), ...bothCreated, ...toState[state]);
}

/** A session in that state where nothing is created, or all of it was discarded. */
export function sessionWithoutCreated(state: SignalingState, profile: Profile = "webrtc-pc"): Session {
  return sessionAfter(createSession({ profile, sdp: "opaque" }), ...toStateWithoutCreated[state]);
}

import {
  answerCreated,
  close,
  type Outcome,
  offerCreated,
  operationFailed,
  type Session,
  type Side,
  setLocalDescription,
  setRemoteDescription,
} from "../../../src/entries/index.ts";
import type { Call, SetDescription } from "./vectors.ts";

/** Makes the call that a vector tells. */
export function perform(session: Session, call: Call): Outcome {
  switch (call.call) {
    case "setLocalDescription":
      return set(session, "local", ...argumentsOf(call));
    case "setRemoteDescription":
      return set(session, "remote", ...argumentsOf(call));
    case "offerCreated":
      return offerCreated(session, call.sdp);
    case "answerCreated":
      return answerCreated(session, call.sdp);
    case "operationFailed":
      return operationFailed(session, call.side, call.type, call.message);
    case "close":
      return close(session);
  }
}

/** Sets a description, or whatever else is given for one. */
export function set(session: Session, side: Side, ...given: readonly unknown[]): Outcome {
  return (side === "local" ? setLocalDescription : setRemoteDescription)(session, ...given);
}

/** Sets a description; a local one is created first. */
export function createAndSet(session: Session, { side, type, sdp }: SetDescription): Outcome {
  const created = type === "offer" ? offerCreated : answerCreated;
  return set(side === "remote" ? session : created(session, sdp).session, side, { type, sdp });
}

function argumentsOf(call: object): readonly unknown[] {
  return "description" in call ? [call.description] : [];
}

import {
  answerCreated,
  type Outcome,
  offerCreated,
  type Session,
  type Side,
  step,
} from "../../../src/entries/index.ts";
import type { SetDescription } from "./vectors.ts";

/** Sets a description, or any other value in its place. */
export function set(session: Session, side: Side, description: unknown): Outcome {
  return step(session, { method: side === "local" ? "setLocalDescription" : "setRemoteDescription", description });
}

/** Sets a description; a local one is created first. */
export function createAndSet(session: Session, { side, type, sdp }: SetDescription): Outcome {
  const created = type === "offer" ? offerCreated : answerCreated;
  return set(side === "remote" ? session : created(session, sdp).session, side, { type, sdp });
}

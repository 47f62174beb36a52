import { edge } from "../signaling/edge.generated.ts";
import type { SdpType, Side, SignalingState } from "../signaling/transition-table.ts";
import { sdpTypes, sides } from "../signaling/transition-table.ts";
import type { Session } from "./session.ts";

/** Where the state machine leads from the session's state, under its profile; null where it has no such edge. */
export function edgeFrom({ signalingState, options }: Session, side: Side, type: SdpType): SignalingState | null {
  return edge(signalingState, side, type, options.profile.rollbackFromPranswer);
}

/** Does the state machine have that edge? Implicit rollback is no edge. */
export function isLegal(session: Session, side: Side, type: SdpType): boolean {
  return edgeFrom(session, side, type) !== null;
}

/** Where the local rollback leads that a remote offer needs first, in a state that does not allow it; else null. */
export function implicitRollback(session: Session, side: Side, type: SdpType): SignalingState | null {
  const crosses = side === "remote" && type === "offer" && !isLegal(session, side, type);
  return crosses && session.options.profile.implicitRollback ? edgeFrom(session, "local", "rollback") : null;
}

/** A description that may be set, and where that leads. */
export interface LegalDescription {
  readonly side: Side;
  readonly type: SdpType;
  readonly signalingState: SignalingState;
  readonly implicitRollback: boolean;
}

/** The descriptions that the session's state allows to be set, in the order of the transition table. */
export function legalDescriptions(session: Session): LegalDescription[] {
  return sides.flatMap((side) =>
    sdpTypes.flatMap((type) => {
      const rolledBackTo = implicitRollback(session, side, type);
      const from = rolledBackTo === null ? session : { ...session, signalingState: rolledBackTo };
      const signalingState = edgeFrom(from, side, type);
      return signalingState === null ? [] : { side, type, signalingState, implicitRollback: rolledBackTo !== null };
    }),
  );
}

import { methodOf, type SetMethod } from "../signaling/names.ts";
import type { SdpType, SignalingState } from "../signaling/transition-table.ts";
import { isLegal, legalDescriptions } from "./legality.ts";
import { requireSession, type Session } from "./session.ts";

/** A call that the session's state allows. */
export interface LegalCall {
  readonly method: SetMethod | "createOffer" | "createAnswer";
  /** The type of the description that is set or created. */
  readonly type: SdpType;
  /** The signaling state after the call. */
  readonly signalingState: SignalingState;
  /** Is the local offer rolled back first, by way of stable? */
  readonly implicitRollback: boolean;
}

/**
 * The calls that the session's state and profile allow: first the descriptions that may be set, in the order of the
 * transition table, then createOffer() and createAnswer(). A description listed here is applied if its SDP is
 * acceptable and, on the local side, is the one that was created; both are judged when the call is made.
 *
 * @param session a session, or a JSON copy of one
 * @throws TypeError where `session` is not a session
 * @see https://www.rfc-editor.org/rfc/rfc9429.html#section-3.2
 * @see https://w3c.github.io/webrtc-pc/#set-description
 */
export function legalCalls(session: Session): readonly LegalCall[] {
  requireSession("legalCalls", session);
  const setting = legalDescriptions(session).map(({ side, type, signalingState, implicitRollback }) =>
    Object.freeze({ method: methodOf(side), type, signalingState, implicitRollback }),
  );
  return Object.freeze([...setting, ...creating(session, "offer"), ...creating(session, "answer")]);
}

// Creating needs the state in which the description could be set, and does not change it.
function creating(session: Session, type: "offer" | "answer"): LegalCall[] {
  if (!isLegal(session, "local", type)) return [];
  const method = type === "offer" ? "createOffer" : "createAnswer";
  const { signalingState } = session;
  return [Object.freeze({ method, type, signalingState, implicitRollback: false } as const)];
}

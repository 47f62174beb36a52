import { cut } from "../../sdp/text/quote.ts";
import type { SdpType, Side } from "../../signaling/transition-table.ts";
import { isLegal } from "../legality.ts";
import type { Session } from "../session.ts";
import { type RefusedCall, refuse } from "./refuse.ts";
import type { Rejection } from "./rejection.ts";

/** The rejection of a call on a closed connection. @see https://w3c.github.io/webrtc-pc/#dfn-chain */
export function closedRejection(session: Session, side: Side, type: SdpType | null): Rejection {
  return refuse(session, { side, type }, "connection-closed", "the connection is closed");
}

/**
 * The rejection of createOffer() or createAnswer() in a state that does not allow it, whatever the profile; null in one
 * that does.
 *
 * @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnection-createoffer
 */
export function creationRejection(session: Session, type: "offer" | "answer", call: RefusedCall): Rejection | null {
  if (session.signalingState === "closed")
    return refuse(session, call, "connection-closed", "the connection is closed");
  if (isLegal(session, "local", type)) return null;
  return refuse(session, call, `create-${type}-in-wrong-state`, `no ${type} can be created in this state`);
}

/** The rejection of a description whose type the state does not allow on that side. */
export function wrongStateRejection(session: Session, side: Side, type: SdpType): Rejection {
  const { signalingState } = session;
  if (signalingState === "closed") return closedRejection(session, side, type);
  const call = { side, type };
  if (type !== "rollback") return refuse(session, call, `${type}-in-wrong-state`, turn(session, side, type));
  if (signalingState === "stable")
    return refuse(session, call, "rollback-in-wrong-state", "there is no offer to roll back");
  return refuse(session, call, "rollback-from-pranswer", "a provisional answer cannot be rolled back");
}

// Which side is to act, in a clause.
function turn(session: Session, side: Side, type: Exclude<SdpType, "rollback">): string {
  const { signalingState, options } = session;
  if (type !== "offer")
    return signalingState === "stable" ? "there is no offer to answer" : `the ${side} side made the offer`;
  if (signalingState.endsWith("pranswer")) return "the provisional answer must be followed by an answer first";
  if (side === "local") return "the remote offer must be answered or rolled back first";
  return `the offers crossed, and the profile ${cut(options.profile.name, 40)} has no implicit rollback`;
}

import type { SdpType, Side } from "../signaling/transition-table.ts";
import { type DescriptionInit, toDescriptionInit, type Unconvertible } from "./description-init.ts";
import { type Call, refuse } from "./rejection/refuse.ts";
import type { Rejection } from "./rejection/rejection.ts";
import { isLegal, needsImplicitRollback, type Session } from "./session.ts";

/** What would happen if a description were set: nothing has happened yet. */
export type Decision =
  | { readonly kind: "apply"; readonly type: SdpType; readonly sdp: string; readonly implicitRollback: boolean }
  | { readonly kind: "create"; readonly type: "offer" | "answer" }
  | { readonly kind: "reject"; readonly rejection: Rejection };

/** Decides about setRemoteDescription(), states and types only. @see https://w3c.github.io/webrtc-pc/#dom-peerconnection-setremotedescription */
export function decideRemote(session: Session, argument: unknown): Decision {
  const init = toDescriptionInit("remote", argument);
  if ("code" in init) return unconvertible(session, "remote", init);
  const { type, sdp } = init as DescriptionInit & { type: SdpType };
  if (needsImplicitRollback(session, "remote", type)) return { kind: "apply", type, sdp, implicitRollback: true };
  return decideState(session, "remote", type, sdp);
}

/** Decides about setLocalDescription(), states and types only. @see https://w3c.github.io/webrtc-pc/#dom-peerconnection-setlocaldescription */
export function decideLocal(session: Session, argument: unknown): Decision {
  const init = toDescriptionInit("local", argument);
  if ("code" in init) return unconvertible(session, "local", init);
  if (session.signalingState === "closed") return reject(closedRejection(session, { side: "local", type: init.type }));
  const type = init.type ?? inferredType(session);
  if (type === "rollback") return decideState(session, "local", type, init.sdp);
  const lastCreated = type === "offer" ? session.lastCreatedOffer : session.lastCreatedAnswer;
  if (init.sdp === "" && lastCreated === "") return decideCreation(session, type);
  return decideModification(session, type, init.sdp, lastCreated);
}

function reject(rejection: Rejection): Decision {
  return { kind: "reject", rejection };
}

function unconvertible(session: Session, side: Side, { code, found }: Unconvertible): Decision {
  return reject(refuse(session, { side, type: null }, code, `${code.replaceAll("-", " ")} (found ${found})`));
}

function closedRejection(session: Session, call: Call): Rejection {
  return refuse(session, call, "connection-closed", "the connection is closed");
}

// What setLocalDescription() means where it is not told.
function inferredType(session: Session): "offer" | "answer" {
  return isLegal(session, "local", "answer") ? "answer" : "offer";
}

/** May createOffer() or createAnswer() be called now? null where it may; webrtc-pc's rule in every profile. */
export function creationRejection(session: Session, type: "offer" | "answer", call: Call): Rejection | null {
  if (session.signalingState === "closed") return closedRejection(session, call);
  if (isLegal(session, "local", type)) return null;
  return refuse(session, call, `create-${type}-in-wrong-state`, `no ${type} can be created`);
}

function decideCreation(session: Session, type: "offer" | "pranswer" | "answer"): Decision {
  const created = type === "offer" ? "offer" : "answer";
  const rejection = creationRejection(session, created, { side: "local", type });
  return rejection === null ? { kind: "create", type: created } : reject(rejection);
}

function decideModification(
  session: Session,
  type: "offer" | "pranswer" | "answer",
  sdp: string,
  lastCreated: string,
): Decision {
  const check = session.options.profile.modificationCheck;
  const modified = check !== "off" && sdp !== "" && sdp !== lastCreated;
  const decision = decideState(session, "local", type, sdp === "" ? lastCreated : sdp);
  if (!modified || (check === "after-state" && decision.kind === "reject")) return decision;
  const created = type === "offer" ? "createOffer()" : "createAnswer()";
  const reason = `its SDP is not what ${created} made last${lastCreated === "" ? ", which is none" : ""}`;
  const legal = "Legal would be that, unchanged, or no SDP.";
  return reject(refuse(session, { side: "local", type }, "local-description-modified", reason, legal));
}

function decideState(session: Session, side: Side, type: SdpType, sdp: string): Decision {
  if (isLegal(session, side, type)) return { kind: "apply", type, sdp, implicitRollback: false };
  const call = { side, type };
  if (session.signalingState === "closed") return reject(closedRejection(session, call));
  if (type !== "rollback") {
    return reject(refuse(session, call, `${type}-in-wrong-state`, wrongStateReason(session, side, type)));
  }
  if (session.signalingState === "stable") {
    return reject(refuse(session, call, "rollback-in-wrong-state", "nothing can be rolled back"));
  }
  return reject(refuse(session, call, "rollback-from-pranswer", "a provisional answer cannot be rolled back"));
}

// Whose turn it is, in a clause.
function wrongStateReason(session: Session, side: Side, type: "offer" | "pranswer" | "answer"): string {
  const state = session.signalingState;
  if (type !== "offer") return state === "stable" ? "no offer waits for an answer" : `the ${side} side made the offer`;
  if (state.endsWith("pranswer")) return "a provisional answer waits for the final one";
  if (side === "local") return "the remote offer waits for an answer";
  return `the offers crossed, and profile ${session.options.profile.name} has no implicit rollback`;
}

import type { SdpType, Side, SignalingState } from "../signaling/transition-table.ts";
import type { SetDescription } from "./apply.ts";
import { toDescriptionInit, type Unconvertible } from "./description-init.ts";
import { edgeFrom, implicitRollback, isLegal } from "./legality.ts";
import { refuse } from "./rejection/refuse.ts";
import type { Rejection } from "./rejection/rejection.ts";
import { closedRejection, creationRejection, wrongStateRejection } from "./rejection/state-rejection.ts";
import type { Session } from "./session.ts";

/** The description may be set, and leads to that state; its SDP has not been judged. */
export interface Apply {
  readonly kind: "apply";
  readonly description: SetDescription;
  readonly signalingState: SignalingState;
}

/** The local offer is rolled back, which leads to that state; there it is decided about the remote offer. */
export interface RollBackFirst {
  readonly kind: "roll-back-first";
  readonly offer: SetDescription;
  readonly signalingState: SignalingState;
}

/** A description has to be created first. */
export interface CreateFirst {
  readonly kind: "create-first";
  readonly type: "offer" | "answer";
}

/** The call is refused. */
export interface Reject {
  readonly kind: "reject";
  readonly rejection: Rejection;
}

/** Decides about setRemoteDescription(), by states and types only. @see https://w3c.github.io/webrtc-pc/#dom-peerconnection-setremotedescription */
export function decideRemote(session: Session, argument: unknown): Apply | RollBackFirst | Reject {
  const init = toDescriptionInit("remote", argument);
  if (!init.ok) return refuseArgument(session, "remote", init.reason);
  const description = init.value as SetDescription;
  const signalingState = implicitRollback(session, "remote", description.type);
  if (signalingState !== null) return { kind: "roll-back-first", offer: description, signalingState };
  return decideState(session, "remote", description);
}

/** Decides about setLocalDescription(), by states and types only. @see https://w3c.github.io/webrtc-pc/#dom-peerconnection-setlocaldescription */
export function decideLocal(session: Session, argument: unknown): Apply | CreateFirst | Reject {
  const init = toDescriptionInit("local", argument);
  if (!init.ok) return refuseArgument(session, "local", init.reason);
  const { sdp } = init.value;
  if (session.signalingState === "closed") return reject(closedRejection(session, "local", init.value.type));
  const type = init.value.type ?? inferredType(session);
  if (type === "rollback") return decideState(session, "local", { type, sdp });
  const lastCreated = type === "offer" ? session.lastCreatedOffer : session.lastCreatedAnswer;
  if (sdp === "" && lastCreated === "") return decideCreation(session, type);
  return decideModification(session, { type, sdp }, lastCreated);
}

/** Decides by the transition table alone. */
export function decideState(session: Session, side: Side, { type, sdp }: SetDescription): Apply | Reject {
  const signalingState = edgeFrom(session, side, type);
  if (signalingState === null) return reject(wrongStateRejection(session, side, type));
  // The SDP of a rollback is ignored, whatever it holds.
  return { kind: "apply", description: { type, sdp: type === "rollback" ? "" : sdp }, signalingState };
}

function reject(rejection: Rejection): Reject {
  return { kind: "reject", rejection };
}

function refuseArgument(session: Session, side: Side, { code, reason }: Unconvertible): Reject {
  return reject(refuse(session, { side, type: null }, code, reason));
}

/** The type of a setLocalDescription() that leaves it out. */
export function inferredType(session: Session): "offer" | "answer" {
  return isLegal(session, "local", "answer") ? "answer" : "offer";
}

function decideCreation(session: Session, type: Exclude<SdpType, "rollback">): CreateFirst | Reject {
  const created = type === "offer" ? "offer" : "answer";
  const rejection = creationRejection(session, created, { side: "local", type });
  return rejection === null ? { kind: "create-first", type: created } : reject(rejection);
}

function decideModification(session: Session, { type, sdp }: SetDescription, lastCreated: string): Apply | Reject {
  const check = session.options.profile.modificationCheck;
  const modified = check !== "off" && sdp !== "" && sdp !== lastCreated;
  const decision = decideState(session, "local", { type, sdp: sdp === "" ? lastCreated : sdp });
  if (!modified || (check === "after-state" && decision.kind === "reject")) return decision;
  const create = type === "offer" ? "createOffer()" : "createAnswer()";
  const reason =
    lastCreated === "" ? `${create} has created no SDP` : `its SDP is not the one that ${create} created last`;
  const remedy = `Set what ${create} creates, unchanged, or leave the SDP out.`;
  return reject(refuse(session, { side: "local", type }, "local-description-modified", reason, remedy));
}

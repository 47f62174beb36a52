import type { SdpType, Side } from "../signaling/index.ts";
import { type DescriptionInit, toDescriptionInit, type Unconvertible } from "./description-init.ts";
import { type Call, refuse } from "./refuse.ts";
import type { Rejection } from "./rejection.ts";
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
  if (session.signalingState === "closed") return closed(session, "remote", type);
  const implicitRollback = needsImplicitRollback(session, "remote", type);
  const wrongState = implicitRollback ? null : stateRejection(session, "remote", type);
  if (wrongState !== null) return { kind: "reject", rejection: wrongState };
  return { kind: "apply", type, sdp, implicitRollback };
}

/** Decides about setLocalDescription(), states and types only. @see https://w3c.github.io/webrtc-pc/#dom-peerconnection-setlocaldescription */
export function decideLocal(session: Session, argument: unknown): Decision {
  const init = toDescriptionInit("local", argument);
  if ("code" in init) return unconvertible(session, "local", init);
  if (session.signalingState === "closed") return closed(session, "local", init.type);
  const type = init.type ?? inferredType(session);
  if (type === "rollback") return decideState(session, type, init.sdp);
  const lastCreated = type === "offer" ? session.lastCreatedOffer : session.lastCreatedAnswer;
  if (init.sdp === "" && lastCreated === "") return decideCreation(session, type);
  return decideModification(session, type, init.sdp, lastCreated);
}

function unconvertible(session: Session, side: Side, { code, found }: Unconvertible): Decision {
  const reason = `${conversionReasons[code] ?? "it cannot be converted"} (found ${found})`;
  return { kind: "reject", rejection: refuse(session, { side, type: null }, code, reason) };
}

const conversionReasons: Partial<Record<Unconvertible["code"], string>> = {
  "description-missing": "it needs a description",
  "description-not-an-object": "the description must be an object",
  "description-unreadable": "reading the description threw",
  "sdp-not-a-string": "sdp must be convertible to a string",
  "type-missing": "the description must have a type",
  "type-not-a-string": "type must be convertible to a string",
  "type-unknown": "type must be offer, pranswer, answer or rollback",
};

function closed(session: Session, side: Side, type: SdpType | null): Decision {
  return {
    kind: "reject",
    rejection: refuse(session, { side, type }, "connection-closed", "the connection is closed"),
  };
}

// What setLocalDescription() means where it is not told.
function inferredType(session: Session): "offer" | "answer" {
  const state = session.signalingState;
  return state === "stable" || state === "have-local-offer" || state === "have-remote-pranswer" ? "offer" : "answer";
}

/** May createOffer() or createAnswer() be called now? null where it may; webrtc-pc's rule in every profile. */
export function creationRejection(session: Session, type: "offer" | "answer", call: Call): Rejection | null {
  const states = type === "offer" ? ["stable", "have-local-offer"] : ["have-remote-offer", "have-local-pranswer"];
  if (session.signalingState === "closed")
    return refuse(session, call, "connection-closed", "the connection is closed");
  if (states.includes(session.signalingState)) return null;
  const code = type === "offer" ? "create-offer-in-wrong-state" : "create-answer-in-wrong-state";
  return refuse(session, call, code, `an ${type} can be created only in ${states.join(" and ")}`);
}

function decideCreation(session: Session, type: "offer" | "pranswer" | "answer"): Decision {
  const created = type === "offer" ? "offer" : "answer";
  const rejection = creationRejection(session, created, { side: "local", type });
  return rejection === null ? { kind: "create", type: created } : { kind: "reject", rejection };
}

function decideModification(
  session: Session,
  type: "offer" | "pranswer" | "answer",
  sdp: string,
  lastCreated: string,
): Decision {
  const check = session.options.profile.modificationCheck;
  const modified = check !== "off" && sdp !== "" && sdp !== lastCreated;
  const decision = decideState(session, type, sdp === "" ? lastCreated : sdp);
  if (!modified || (check === "after-state" && decision.kind === "reject")) return decision;
  const created = type === "offer" ? "createOffer()" : "createAnswer()";
  const reason =
    lastCreated === ""
      ? `its SDP did not come from ${created}, which has made none that could be used`
      : `its SDP is not the one that ${created} made last`;
  const legal = `Legal would be what ${created} gave, unchanged, or no SDP at all.`;
  const rejection = refuse(session, { side: "local", type }, "local-description-modified", reason, legal);
  return { kind: "reject", rejection };
}

function decideState(session: Session, type: SdpType, sdp: string): Decision {
  const rejection = stateRejection(session, "local", type);
  return rejection === null ? { kind: "apply", type, sdp, implicitRollback: false } : { kind: "reject", rejection };
}

function stateRejection(session: Session, side: Side, type: SdpType): Rejection | null {
  if (isLegal(session, side, type)) return null;
  const call = { side, type };
  if (type === "rollback") {
    if (session.signalingState === "stable") {
      return refuse(session, call, "rollback-in-wrong-state", "there is nothing to roll back");
    }
    return refuse(session, call, "rollback-from-pranswer", "a provisional answer cannot be rolled back");
  }
  return refuse(session, call, `${type}-in-wrong-state`, wrongStateReason(session, side, type));
}

// Whose turn it is, in a clause.
function wrongStateReason(session: Session, side: Side, type: "offer" | "pranswer" | "answer"): string {
  const state = session.signalingState;
  if (type === "offer") return offerReason(session, side);
  if (state === "stable") return "no offer is waiting for an answer";
  return `the ${side} side made the offer, so the answer is the other side's`;
}

function offerReason(session: Session, side: Side): string {
  const state = session.signalingState;
  const provisional = state === "have-local-pranswer" || state === "have-remote-pranswer";
  if (provisional) return "a provisional answer was set, and only the final one can end this exchange";
  if (side === "local") return "the other side's offer waits for an answer";
  return `the two sides' offers crossed, and the profile "${session.options.profile.name}" knows no implicit rollback`;
}

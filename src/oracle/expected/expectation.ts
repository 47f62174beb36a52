import { applyDescription, rollBack } from "../../session/apply.ts";
import { close } from "../../session/close.ts";
import { answerCreated, offerCreated } from "../../session/created-description.ts";
import { type Decision, decideLocal, decideRemote } from "../../session/decide.ts";
import type { Outcome } from "../../session/outcome.ts";
import type { Rejection } from "../../session/rejection/rejection.ts";
import { makeDescription, makeSession, type Session } from "../../session/session.ts";
import { carryOut } from "../../session/set-description.ts";
import { sdpTypes } from "../../signaling/edge.generated.ts";
import type { SdpType, Side, SignalingState } from "../../signaling/transition-table.ts";
import { creationProvision, provisionOf } from "./provision.ts";

/** What the specification says about a call. */
export interface Expectation {
  /** The session afterwards, were the call answered as the specification says. */
  readonly session: Session;
  readonly type: SdpType | null;
  /** The SDP that is set; "" where the log does not hold it. */
  readonly sdp: string;
  /** Why it must be refused; null where it must be applied. */
  readonly rejection: Rejection | null;
  readonly implicitRollback: boolean;
  /** Is it a local description that the implementation created itself? */
  readonly created: boolean;
  /** The state in each signalingstatechange event that it must fire, in order. */
  readonly events: readonly SignalingState[];
  /** What of the specification the call exercises, in kebab-case. */
  readonly provision: string;
}

/** A description that the implementation created. */
export interface Created {
  readonly type: string;
  readonly sdp: string;
}

/**
 * What must come of setting that description in that session. A local call without SDP sets what the implementation
 * creates: `created`, or null where the log does not hold it, and then the state alone decides.
 */
export function expectationOf(session: Session, side: Side, argument: unknown, created: Created | null): Expectation {
  if (side === "remote") return expectationFrom(session, side, argument);
  if (created === null || created.sdp === "" || !leavesSdp(argument)) {
    return expectationFrom(session, side, argument);
  }
  return { ...expectationFrom(withCreated(session, created), side, argument), created: true };
}

/** Does a local call with that argument leave the SDP to the implementation? */
export function leavesSdp(argument: unknown): boolean {
  return sdpOf(argument) === "" && typeOf(argument) !== "rollback";
}

/** The session that remembers what was created, whether or not it should have been in that state. */
export function withCreated(session: Session, { type, sdp }: Created): Session {
  if (type === "offer") return makeSession({ ...session, lastCreatedOffer: sdp });
  return makeSession({ ...session, lastCreatedAnswer: sdp });
}

/** What must come of createOffer() or createAnswer(), which gave that SDP. */
export function creationExpectation(session: Session, type: "offer" | "answer", sdp: string): Expectation {
  const outcome = type === "offer" ? offerCreated(session, sdp) : answerCreated(session, sdp);
  return {
    session: outcome.session,
    type,
    sdp,
    rejection: rejectionOf(outcome),
    implicitRollback: false,
    created: false,
    events: [],
    provision: creationProvision(session, type),
  };
}

/** What must come of close(). */
export function closingExpectation(session: Session): Expectation {
  const provision = `close-in-${session.signalingState}`;
  const nothing = { type: null, sdp: "", rejection: null, implicitRollback: false, created: false, events: [] };
  return { ...nothing, session: close(session).session, provision };
}

function expectationFrom(session: Session, side: Side, argument: unknown): Expectation {
  const decision = side === "local" ? decideLocal(session, argument) : decideRemote(session, argument);
  const sought =
    decision.kind === "create"
      ? creation(session, decision.type, argument)
      : carried(session, side, decision, argument);
  const withoutSdp = side === "local" && sought.type !== "rollback" && sdpOf(argument) === "";
  return { ...sought, provision: provisionOf(session, { ...sought, side, withoutSdp }) };
}

type WithoutProvision = Omit<Expectation, "provision">;

// The implementation creates the description, which the log does not hold.
function creation(session: Session, created: "offer" | "answer", argument: unknown): WithoutProvision {
  const type = typeOf(argument) ?? created;
  const after = applyObserved(session, "local", type, "");
  const events = after.signalingState === session.signalingState ? [] : [after.signalingState];
  return { session: after, type, sdp: "", rejection: null, implicitRollback: false, created: true, events };
}

function carried(
  session: Session,
  side: Side,
  decision: Exclude<Decision, { kind: "create" }>,
  argument: unknown,
): WithoutProvision {
  const outcome = carryOut(session, side, decision);
  const applies = decision.kind === "apply";
  return {
    session: outcome.session,
    type: applies ? decision.type : decision.rejection.type,
    sdp: applies ? decision.sdp : sdpOf(argument),
    rejection: rejectionOf(outcome),
    implicitRollback: applies && decision.implicitRollback,
    created: side === "local" && applies && decision.type !== "rollback" && wasCreated(session, decision),
    events: eventsOf(outcome),
  };
}

function rejectionOf(outcome: Outcome): Rejection | null {
  return outcome.kind === "rejected" ? outcome.rejection : null;
}

function eventsOf({ effects }: Outcome): SignalingState[] {
  return effects.flatMap((effect) => (effect.type === "signalingstatechange" ? [effect.signalingState] : []));
}

/** The session after a description was applied, legal or not. */
export function applyObserved(session: Session, side: Side, type: SdpType, sdp: string): Session {
  return type === "rollback" ? rollBack(session) : applyDescription(session, side, makeDescription(type, sdp));
}

function wasCreated(session: Session, { type, sdp }: { readonly type: SdpType; readonly sdp: string }): boolean {
  return sdp !== "" && sdp === (type === "offer" ? session.lastCreatedOffer : session.lastCreatedAnswer);
}

/** The SDP of an argument; "" where it has none. What was recorded is JSON: reading it runs no code of a stranger's. */
export function sdpOf(argument: unknown): string {
  const sdp = memberOf(argument, "sdp");
  return typeof sdp === "string" ? sdp : "";
}

function typeOf(argument: unknown): SdpType | null {
  const type = memberOf(argument, "type");
  return sdpTypes.find((name) => name === type) ?? null;
}

function memberOf(argument: unknown, key: "sdp" | "type"): unknown {
  if (typeof argument !== "object" || argument === null) return undefined;
  return Object.hasOwn(argument, key) ? (argument as Record<string, unknown>)[key] : undefined;
}

import { withDescription } from "../../session/apply.ts";
import { close } from "../../session/close.ts";
import { answerCreated, offerCreated } from "../../session/created-description.ts";
import { edgeFrom } from "../../session/legality.ts";
import type { Applied, Outcome, Rejected } from "../../session/outcome.ts";
import type { Rejection } from "../../session/rejection/rejection.ts";
import { makeSession, type Session } from "../../session/session.ts";
import { setLocalDescription, setRemoteDescription } from "../../session/set-description.ts";
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
  const outcome = side === "local" ? setLocalDescription(session, argument) : setRemoteDescription(session, argument);
  const sought =
    outcome.kind === "create" ? creation(session, outcome.type, argument) : carried(session, side, outcome, argument);
  const withoutSdp = side === "local" && sought.type !== "rollback" && sdpOf(argument) === "";
  return { ...sought, provision: provisionOf(session, { ...sought, side, withoutSdp }) };
}

type WithoutProvision = Omit<Expectation, "provision">;

// The implementation creates the description, which the log does not hold.
function creation(session: Session, created: "offer" | "answer", argument: unknown): WithoutProvision {
  const type = typeOf(argument) ?? created;
  const next = edgeFrom(session, "local", type) ?? session.signalingState;
  const after = withDescription(session, "local", { type, sdp: "" }, next);
  const events = after.signalingState === session.signalingState ? [] : [after.signalingState];
  return { session: after, type, sdp: "", rejection: null, implicitRollback: false, created: true, events };
}

function carried(session: Session, side: Side, outcome: Applied | Rejected, argument: unknown): WithoutProvision {
  const set = outcome.kind === "applied" ? outcome.description : refusedForItsSdp(session, outcome.rejection, argument);
  const rejection = rejectionOf(outcome);
  return {
    session: outcome.session,
    type: set?.type ?? rejection?.type ?? null,
    sdp: set?.sdp ?? sdpOf(argument),
    rejection,
    implicitRollback: outcome.rolledBack !== null,
    created: side === "local" && set !== null && set.type !== "rollback" && wasCreated(session, set),
    events: eventsOf(outcome),
  };
}

// What the state allowed to be set; null where the state was the reason.
function refusedForItsSdp(session: Session, { type, error }: Rejection, argument: unknown) {
  if (type === null || !["RTCError", "InvalidAccessError", "OperationError"].includes(error)) return null;
  const lastCreated = type === "offer" ? session.lastCreatedOffer : session.lastCreatedAnswer;
  return { type, sdp: sdpOf(argument) || lastCreated };
}

function rejectionOf(outcome: Outcome): Rejection | null {
  return outcome.kind === "rejected" ? outcome.rejection : null;
}

function eventsOf(outcome: Applied | Rejected): SignalingState[] {
  const effects = [...(outcome.rolledBack?.effects ?? []), ...outcome.effects];
  return effects.flatMap((effect) => (effect.type === "signalingstatechange" ? [effect.signalingState] : []));
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

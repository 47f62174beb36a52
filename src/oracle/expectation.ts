import {
  applyDescription,
  carryOut,
  decideLocal,
  decideRemote,
  makeDescription,
  makeSession,
  type Rejection,
  rollBack,
  type Session,
} from "../session/index.ts";
import { type SdpType, type Side, sdpTypes } from "../signaling/index.ts";

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
  if (created === null || created.sdp === "" || sdpOf(argument) !== "") {
    return expectationFrom(session, side, argument);
  }
  return { ...expectationFrom(withCreated(session, created), side, argument), created: true };
}

/** The session that remembers what was created, whether or not it should have been in that state. */
export function withCreated(session: Session, { type, sdp }: Created): Session {
  if (type === "offer") return makeSession({ ...session, lastCreatedOffer: sdp });
  return makeSession({ ...session, lastCreatedAnswer: sdp });
}

function expectationFrom(session: Session, side: Side, argument: unknown): Expectation {
  const decision = side === "local" ? decideLocal(session, argument) : decideRemote(session, argument);
  if (decision.kind === "create") {
    const type = typeOf(argument) ?? decision.type;
    const after = applyObserved(session, "local", type, "");
    return { session: after, type, sdp: "", rejection: null, implicitRollback: false, created: true };
  }
  const outcome = carryOut(session, side, decision);
  const applies = decision.kind === "apply";
  return {
    session: outcome.session,
    type: applies ? decision.type : decision.rejection.type,
    sdp: applies ? decision.sdp : sdpOf(argument),
    rejection: outcome.kind === "rejected" ? outcome.rejection : null,
    implicitRollback: applies && decision.implicitRollback,
    created: side === "local" && applies && decision.type !== "rollback" && wasCreated(session, decision),
  };
}

/** The session after a description was applied, legal or not. */
export function applyObserved(session: Session, side: Side, type: SdpType, sdp: string): Session {
  return type === "rollback" ? rollBack(session) : applyDescription(session, side, makeDescription(type, sdp));
}

function wasCreated(session: Session, { type, sdp }: { readonly type: SdpType; readonly sdp: string }): boolean {
  return sdp !== "" && sdp === (type === "offer" ? session.lastCreatedOffer : session.lastCreatedAnswer);
}

// The log's descriptions are JSON: reading them runs no code of a stranger's.
function sdpOf(argument: unknown): string {
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

import type { SignalingState } from "../signaling/transition-table.ts";
import type { Rejection } from "./rejection/rejection.ts";
import type { Session } from "./session.ts";

/**
 * What the stack has to do after a description was applied, in this order.
 *
 * @see https://w3c.github.io/webrtc-pc/#set-description
 */
export type Effect =
  | { readonly type: "release-early-candidates" }
  | { readonly type: "update-negotiation-needed" }
  | { readonly type: "signalingstatechange"; readonly signalingState: SignalingState };

/** The description was applied. */
export interface Applied {
  readonly kind: "applied";
  readonly session: Session;
  readonly effects: readonly Effect[];
  /** After an implicit rollback, the session in between: what stands if the stack then fails to apply the offer. */
  readonly rolledBack: Session | null;
}

/** The call was refused. `session` is the very object given, but for an implicit rollback that had succeeded. */
export interface Rejected {
  readonly kind: "rejected";
  readonly session: Session;
  readonly effects: readonly Effect[];
  readonly rejection: Rejection;
}

/** The stack must create an offer or an answer, report it, and call again. */
export interface Create {
  readonly kind: "create";
  readonly session: Session;
  readonly effects: readonly [];
  readonly type: "offer" | "answer";
}

/** What came of a call. */
export type Outcome = Applied | Rejected | Create;

/** No effects. */
export const none: readonly [] = /* @__PURE__ */ Object.freeze([]);

/** The outcome of an applied call. */
export function applied(
  session: Session,
  effects: readonly Effect[] = none,
  rolledBack: Session | null = null,
): Applied {
  return Object.freeze({ kind: "applied", session, effects, rolledBack });
}

/** The outcome of a refused call. */
export function rejected(session: Session, rejection: Rejection, effects: readonly Effect[] = none): Rejected {
  return Object.freeze({ kind: "rejected", session, effects, rejection });
}

/** The outcome of a call that needs a description created first. */
export function create(session: Session, type: "offer" | "answer"): Create {
  return Object.freeze({ kind: "create", session, effects: none, type });
}

import type { SetDescription } from "./apply.ts";
import { type Effect, noEffects } from "./effect.ts";
import type { Rejection } from "./rejection/rejection.ts";
import type { Session } from "./session.ts";

/** The call was applied. */
export interface Applied {
  readonly kind: "applied";
  readonly session: Session;
  /** What to do now, in order. What `rolledBack.effects` holds is not repeated. */
  readonly effects: readonly Effect[];
  /** The implicit rollback that came first; null where there was none. Commit it before the description is applied. */
  readonly rolledBack: RolledBack | null;
  /**
   * What was set, with the type inferred and the created SDP filled in; of a rollback the SDP is "". Null where the call
   * sets no description: offerCreated, answerCreated, close.
   */
  readonly description: SetDescription | null;
}

/** The call was refused. `session` is the very object given or, after an implicit rollback, `rolledBack.session`. */
export interface Rejected {
  readonly kind: "rejected";
  readonly session: Session;
  readonly effects: readonly [];
  /** The implicit rollback that had succeeded before the offer was refused: it stands, and must be committed. */
  readonly rolledBack: RolledBack | null;
  readonly rejection: Rejection;
}

/** The stack must create an offer or an answer, pass it to `offerCreated` or `answerCreated`, and call again. */
export interface Create {
  readonly kind: "create";
  readonly session: Session;
  readonly effects: readonly [];
  readonly type: "offer" | "answer";
}

/** What came of a call. */
export type Outcome = Applied | Rejected | Create;

/** An implicit rollback that succeeded: the session after it, and what the stack has to do while that session stands. */
export interface RolledBack {
  readonly session: Session;
  readonly effects: readonly Effect[];
}

/** The outcome of a call that was applied without setting a description. */
export function applied(session: Session): Applied {
  return appliedDescription(session, noEffects, null, null);
}

/** The outcome of a description that was applied. */
export function appliedDescription(
  session: Session,
  effects: readonly Effect[],
  description: SetDescription | null,
  rolledBack: RolledBack | null,
): Applied {
  return Object.freeze({ kind: "applied", session, effects, rolledBack, description });
}

/** The outcome of a refused call. */
export function rejected(session: Session, rejection: Rejection, rolledBack: RolledBack | null = null): Rejected {
  return Object.freeze({ kind: "rejected", session, effects: noEffects, rolledBack, rejection });
}

/** The outcome of a call that needs a description created first. */
export function create(session: Session, type: "offer" | "answer"): Create {
  return Object.freeze({ kind: "create", session, effects: noEffects, type });
}

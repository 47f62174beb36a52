import type { Applied, Outcome, Rejected, Rejection, Session } from "../../src/entries/index.ts";

/**
 * What a call must do, as the vectors write it: an Outcome without messages and options. A session that is as it was
 * before the call is left out; so are a missing implicit rollback, and the effects of a call that never has any.
 */
export function expectedOf(outcome: Outcome, before: Session): object {
  const { kind } = outcome;
  const session = isSame(outcome.session, before) ? {} : { session: remembered(outcome.session) };
  switch (outcome.kind) {
    case "applied": {
      const { effects, description } = outcome;
      return { kind, ...rolledBackIn(outcome), effects, description, ...session };
    }
    case "rejected":
      return { kind, ...rolledBackIn(outcome), rejection: rejectionWritten(outcome.rejection), ...session };
    case "create":
      return { kind, type: outcome.type };
  }
}

function rolledBackIn({ rolledBack }: Applied | Rejected): object {
  if (rolledBack === null) return {};
  return { rolledBack: { session: remembered(rolledBack.session), effects: rolledBack.effects } };
}

/** All that a session remembers, without its options. */
export function remembered({ options: _, ...rest }: Session): object {
  return rest;
}

function isSame(one: Session, other: Session): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** A rejection without its message: what another implementation can be held to. */
export function rejectionWritten(rejection: Rejection): object {
  const { error, code, reference } = rejection;
  const rule = rejection.rule === null ? {} : { rule: rejection.rule };
  switch (rejection.error) {
    case "RTCError": {
      const { errorDetail, sdpLineNumber } = rejection;
      return { error, code, ...rule, reference, errorDetail, sdpLineNumber };
    }
    case "InvalidAccessError": {
      const { mLineIndex, mid, sdpLineNumber } = rejection;
      return { error, code, ...rule, reference, mLineIndex, mid, sdpLineNumber };
    }
    default:
      return { error, code, ...rule, reference };
  }
}

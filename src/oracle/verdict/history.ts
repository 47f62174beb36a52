import type { Session } from "../../session/session.ts";
import type { Side } from "../../signaling/transition-table.ts";
import type { Expectation } from "../expected/expectation.ts";

/** What is remembered of a connection, to find the likely reason of a later refusal. Times are in ms since the epoch. */
export interface History {
  /** When the answer was set that completed the current pair of descriptions. */
  readonly answered: number | null;
  /** When each side's pending offer was set. */
  readonly offered: Readonly<Record<Side, number | null>>;
  /** The last rollback, if no offer was set on that side since. */
  readonly rolledBack: RolledBackOffer | null;
  readonly closed: number | null;
}

/** An offer that was rolled back. */
export interface RolledBackOffer {
  readonly time: number;
  /** The side whose offer it was. */
  readonly side: Side;
  readonly implicit: boolean;
}

/** Nothing happened yet. */
export const noHistory: History = {
  answered: null,
  offered: { local: null, remote: null },
  rolledBack: null,
  closed: null,
};

/** A set call that was judged: made at `time`, it led from one session to another. */
export interface PastCall {
  readonly side: Side;
  readonly time: number;
  readonly expectation: Expectation;
  readonly before: Session;
  readonly after: Session;
}

/** The history with one more set call, by what was observed of it. */
export function withSetCall(history: History, call: PastCall): History {
  const { side, time, expectation, before, after } = call;
  if (after === before) return history;
  const { type } = expectation;
  if (type === "answer" && after.signalingState === "stable") return { ...history, answered: time };
  const rolledBack = rolledBackBy(call) ?? history.rolledBack;
  if (type !== "offer" || after.signalingState === "stable") return { ...history, rolledBack };
  const offered = { ...history.offered, [side]: time };
  return { ...history, offered, rolledBack: rolledBack?.side === side ? null : rolledBack };
}

/** The history after close(). */
export function withClose(history: History, time: number): History {
  return { ...history, closed: history.closed ?? time };
}

function rolledBackBy({ time, expectation, before, after }: PastCall): RolledBackOffer | null {
  const isGivenUp =
    (before.pendingLocalDescription !== null && after.pendingLocalDescription === null) ||
    (before.pendingRemoteDescription !== null && after.pendingRemoteDescription === null);
  if (!isGivenUp || (expectation.type !== "rollback" && !expectation.implicitRollback)) return null;
  return { time, side: offererIn(before), implicit: expectation.implicitRollback };
}

function offererIn(session: Session): Side {
  return session.pendingLocalDescription?.type === "offer" ? "local" : "remote";
}

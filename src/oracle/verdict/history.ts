import type { Session } from "../../session/session.ts";
import type { Side } from "../../signaling/transition-table.ts";
import type { Expectation } from "../expected/expectation.ts";
import { offererIn } from "./offerer.ts";

/** What is remembered of a connection, to find the likely reason of a later refusal. Times are in ms since the epoch. */
export interface History {
  /** When the answer was set that completed the current pair of descriptions. */
  readonly answered: number | null;
  /** The side that this answer was set on. */
  readonly answeredOn: Side | null;
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
  answeredOn: null,
  offered: { local: null, remote: null },
  rolledBack: null,
  closed: null,
};

/** The history with one more call, made at `time`, that led to that session: a set call counts by what was observed. */
export function historyWith(history: History, time: number, expectation: Expectation, after: Session): History {
  const { side, type, before } = expectation;
  if (side === null || after === before.session) return history;
  if (type === "answer" && after.signalingState === "stable") return { ...history, answered: time, answeredOn: side };
  const rolledBack = rolledBackBy(expectation, after, time) ?? history.rolledBack;
  if (type !== "offer" || after.signalingState === "stable") return { ...history, rolledBack };
  const offered = { ...history.offered, [side]: time };
  return { ...history, offered, rolledBack: rolledBack?.side === side ? null : rolledBack };
}

/** The history after close(). */
export function withClose(history: History, time: number): History {
  return { ...history, closed: history.closed ?? time };
}

function rolledBackBy(
  { before: known, type, implicitRollback: implicit }: Expectation,
  after: Session,
  time: number,
): RolledBackOffer | null {
  const before = known.session;
  const isGivenUp =
    (before.pendingLocalDescription !== null && after.pendingLocalDescription === null) ||
    (before.pendingRemoteDescription !== null && after.pendingRemoteDescription === null);
  if (!isGivenUp || (type !== "rollback" && !implicit)) return null;
  return { time, side: offererIn(before), implicit };
}

import type { Session } from "../../session/session.ts";
import type { Side } from "../../signaling/transition-table.ts";
import { sideOf } from "../evidence/trace-event.ts";
import type { Comparison } from "./difference.ts";
import type { Judgement } from "./judgement.ts";
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

/** The history with one more call, made at `time`: a set call counts by what was observed of it. */
export function historyWith(history: History, time: number, comparison: Comparison, judgement: Judgement): History {
  const side = sideOf(comparison.settled.call);
  const { session: after } = judgement.after;
  if (side === null || after === comparison.before.session) return history;
  const { type } = comparison.expectation;
  if (type === "answer" && after.signalingState === "stable") return { ...history, answered: time, answeredOn: side };
  const rolledBack = rolledBackBy(comparison, after, time) ?? history.rolledBack;
  if (type !== "offer" || after.signalingState === "stable") return { ...history, rolledBack };
  const offered = { ...history.offered, [side]: time };
  return { ...history, offered, rolledBack: rolledBack?.side === side ? null : rolledBack };
}

/** The history after close(). */
export function withClose(history: History, time: number): History {
  return { ...history, closed: history.closed ?? time };
}

function rolledBackBy(
  { before: known, expectation }: Comparison,
  after: Session,
  time: number,
): RolledBackOffer | null {
  const before = known.session;
  const isGivenUp =
    (before.pendingLocalDescription !== null && after.pendingLocalDescription === null) ||
    (before.pendingRemoteDescription !== null && after.pendingRemoteDescription === null);
  if (!isGivenUp || (expectation.type !== "rollback" && !expectation.implicitRollback)) return null;
  return { time, side: offererIn(before), implicit: expectation.implicitRollback };
}

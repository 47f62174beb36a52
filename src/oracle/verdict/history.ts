import type { Session } from "../../session/session.ts";
import type { Side } from "../../signaling/transition-table.ts";
import type { Judgement } from "./judgement.ts";
import type { Cause } from "./step.ts";

/** What the follower remembers of a connection to tell the likely reason of a later refusal. Times in ms. */
export interface History {
  /** When the answer was set that completed the current pair of descriptions. */
  readonly answered: number | null;
  /** When each side's pending offer was set. */
  readonly offered: Readonly<Record<Side, number | null>>;
  /** The last rollback, if no offer was set on that side since. */
  readonly rolledBack: RolledBack | null;
  readonly closed: number | null;
}

interface RolledBack {
  readonly time: number;
  /** The side whose offer was given up. */
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

/** The history after a call made at `time` was judged, by what was observed of it. */
export function remember(history: History, before: Session, side: Side, time: number, judged: Judgement): History {
  const { session, expectation } = judged;
  if (session === before) return history;
  if (expectation.type === "answer" && session.signalingState === "stable") {
    return { ...history, answered: time };
  }
  const rolledBack = rollbackIn(before, judged, time) ?? history.rolledBack;
  if (expectation.type !== "offer" || session.signalingState === "stable") return { ...history, rolledBack };
  const offered = { ...history.offered, [side]: time };
  return { ...history, offered, rolledBack: rolledBack?.side === side ? null : rolledBack };
}

/** The history after close(). */
export function rememberClose(history: History, time: number): History {
  return { ...history, closed: history.closed ?? time };
}

function rollbackIn(before: Session, { session, expectation }: Judgement, time: number): RolledBack | null {
  const givenUp =
    (before.pendingLocalDescription !== null && session.pendingLocalDescription === null) ||
    (before.pendingRemoteDescription !== null && session.pendingRemoteDescription === null);
  if (!givenUp || (expectation.type !== "rollback" && !expectation.implicitRollback)) return null;
  return { time, side: offererOf(before), implicit: expectation.implicitRollback };
}

function offererOf(session: Session): Side {
  return session.pendingLocalDescription?.type === "offer" ? "local" : "remote";
}

/** What the log shows to be the likely reason why a call went wrong; null where it shows none. */
export function likelyCause(history: History, session: Session, side: Side, judged: Judgement): Cause | null {
  const { type, rejection } = judged.expectation;
  if (rejection?.code === "connection-closed") return at("the connection had been closed", history.closed);
  if (type === "answer" || type === "pranswer") return answerCause(history, session, side, judged);
  if (type === "rollback") return rollbackCause(history, judged);
  if (type === "offer") return offerCause(history, session, side, judged);
  return null;
}

function at(what: string, time: number | null): Cause {
  return { what, time };
}

function answerCause(history: History, session: Session, side: Side, { expectation }: Judgement): Cause | null {
  const current = side === "local" ? session.currentLocalDescription : session.currentRemoteDescription;
  if (expectation.rejection === null) return null;
  if (current?.type === "answer" && current.sdp !== "" && current.sdp === expectation.sdp) {
    return at("the same answer had been applied already", history.answered);
  }
  const { rolledBack } = history;
  if (rolledBack === null || rolledBack.side === side) return null;
  return at(
    rolledBack.implicit
      ? "the offer that it answers had been rolled back, as the other side's offer crossed it"
      : "the offer that it answers had been rolled back",
    rolledBack.time,
  );
}

function rollbackCause(history: History, { expectation }: Judgement): Cause | null {
  if (expectation.rejection === null || history.answered === null) return null;
  return at("the exchange had been completed by an answer", history.answered);
}

function offerCause(history: History, session: Session, side: Side, { expectation }: Judgement): Cause | null {
  const { rejection, sdp } = expectation;
  if (rejection?.code === "local-description-modified") return modificationCause(session, sdp);
  if (side === "remote" && session.signalingState === "have-local-offer") {
    return at("it crossed this side's own offer", history.offered.local);
  }
  if (side === "local" && rejection !== null && session.signalingState === "have-remote-offer") {
    return at("it crossed the other side's offer", history.offered.remote);
  }
  return null;
}

// Where the SDP was changed, without saying what it holds: it may go into a ticket.
function modificationCause(session: Session, sdp: string): Cause | null {
  if (session.lastCreatedOffer === "") return null;
  const created = session.lastCreatedOffer.split("\n");
  const set = sdp.split("\n");
  const index = set.findIndex((line, place) => line !== created[place]);
  const line = index < 0 ? set.length : index + 1;
  const name = /^(?:a=[a-z0-9-]+|[b-z]=)/.exec(set[index] ?? "")?.[0] ?? "";
  return at(`the SDP was changed after createOffer(), first in line ${line}${name === "" ? "" : ` (${name}…)`}`, null);
}

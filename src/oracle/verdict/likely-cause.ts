import type { Side } from "../../signaling/transition-table.ts";
import type { CallOutcome } from "../evidence/trace-event.ts";
import type { Expectation } from "../expected/expectation.ts";
import type { KnownSession } from "../expected/known-session.ts";
import type { History, RolledBackOffer } from "./history.ts";
import { isFromAnotherPeer } from "./replaced-peer.ts";
import type { Cause } from "./step.ts";

/** What the log shows to be the likely reason why a set call went wrong; null where it shows none. */
export function likelyCause(history: History, expectation: Expectation, outcome: CallOutcome): Cause | null {
  const { before, side, type, rejection } = expectation;
  if (side === null) return null;
  if (rejection?.code === "connection-closed") return { what: "the connection had been closed", time: history.closed };
  if (side === "remote" && outcome === "rejected" && isFromAnotherPeer(before, expectation.sdp)) {
    return { what: anotherPeer, time: history.answered };
  }
  if (type === "answer" || type === "pranswer") return answerCause(history, before, side, expectation);
  if (type === "rollback") return rollbackCause(history, expectation);
  if (type === "offer") return offerCause(history, before, side, expectation);
  return null;
}

const anotherPeer =
  "the description comes from another peer connection than the remote description before: its session id, ICE credentials and fingerprint are all new";

function answerCause(history: History, before: KnownSession, side: Side, expectation: Expectation): Cause | null {
  if (expectation.rejection === null) return null;
  if (isSameAnswer(before, side, expectation.sdp)) {
    return { what: "the same answer had been applied already", time: history.answered };
  }
  const { rolledBack } = history;
  if (rolledBack === null || rolledBack.side === side) return secondAnswerCause(history, before, side, expectation.sdp);
  if (hasAnsweredSince(history, rolledBack, side)) return { what: crossedAnswers, time: history.answered };
  const what = rolledBack.implicit
    ? "the offer that this answer is for had been rolled back, because the other side's offer crossed it"
    : "the offer that this answer is for had been rolled back";
  return { what, time: rolledBack.time };
}

const crossedAnswers =
  "the answers crossed: the offer that this answer is for had been rolled back, and the other side's offer was answered instead";

// Each side has answered the other's offer.
function hasAnsweredSince({ answered, answeredOn }: History, { time }: RolledBackOffer, side: Side): boolean {
  return answered !== null && answered >= time && answeredOn !== side;
}

// The exchange is complete, by an answer on that side.
function secondAnswerCause(
  history: History,
  { session, unseenSdp }: KnownSession,
  side: Side,
  sdp: string | null,
): Cause | null {
  const slot = side === "local" ? "currentLocalDescription" : "currentRemoteDescription";
  const current = session[slot];
  // Of SDP that was not seen, nothing says whether it is the same.
  if (sdp === null || unseenSdp.includes(slot)) return null;
  const isComplete = session.signalingState === "stable" && history.answered !== null && history.answeredOn === side;
  if (!isComplete || current?.type !== "answer") return null;
  return { what: "another answer to the same offer had been applied already", time: history.answered };
}

function isSameAnswer({ session, unseenSdp }: KnownSession, side: Side, sdp: string | null): boolean {
  const slot = side === "local" ? "currentLocalDescription" : "currentRemoteDescription";
  const current = session[slot];
  return sdp !== null && current?.type === "answer" && !unseenSdp.includes(slot) && current.sdp === sdp;
}

function rollbackCause(history: History, { rejection }: Expectation): Cause | null {
  if (rejection === null || history.answered === null) return null;
  return { what: "the exchange had been completed by an answer", time: history.answered };
}

function offerCause(
  { offered }: History,
  { session }: KnownSession,
  side: Side,
  { rejection, sdp }: Expectation,
): Cause | null {
  if (rejection?.code === "local-description-modified") return modificationCause(session.lastCreatedOffer, sdp ?? "");
  if (side === "remote" && session.signalingState === "have-local-offer") {
    return { what: "the offer crossed this side's own offer", time: offered.local };
  }
  if (side === "local" && rejection !== null && session.signalingState === "have-remote-offer") {
    return { what: "the offer crossed the other side's offer", time: offered.remote };
  }
  return null;
}

// Where the SDP was changed, without what it holds: the cause may go into a ticket.
function modificationCause(createdSdp: string, sdp: string): Cause | null {
  if (createdSdp === "") return null;
  const created = createdSdp.split("\n");
  const set = sdp.split("\n");
  const index = set.findIndex((line, place) => line !== created[place]);
  const line = index < 0 ? set.length : index + 1;
  const name = /^(?:a=[a-z0-9-]{1,40}|[b-z]=)/.exec(set[index] ?? "")?.[0] ?? "";
  const where = `line ${line}${name === "" ? "" : ` (${name}…)`}`;
  return { what: `the SDP was changed after createOffer(), first in ${where}`, time: null };
}

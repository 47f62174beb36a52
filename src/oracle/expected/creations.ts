import type { Settlement } from "../evidence/settled-call.ts";
import { createdBy } from "../evidence/trace-event.ts";
import type { Difference } from "../verdict/difference.ts";
import type { Expectation } from "./expectation.ts";
import { creationOf, type KnownSession } from "./known-session.ts";

/** What is known of the descriptions that the implementation created. */
export interface Creations {
  /** May the implementation have created an offer, an answer, that was not seen? Then none is called modified. */
  readonly unseen: Readonly<Record<"offer" | "answer", boolean>>;
  /** The SDP of the remote offer that the answer created last is for; null where no answer was created for one. */
  readonly answering: string | null;
}

/** All that was created was seen. */
export const noneUnseen: Creations["unseen"] = { offer: false, answer: false };

/** Whatever was created was not seen. */
export const allUnseen: Creations["unseen"] = { offer: true, answer: true };

/** The creations after createOffer() or createAnswer() was settled, in that session. */
export function creationsWith(creations: Creations, settlement: Settlement, { session }: KnownSession): Creations {
  const type = createdBy(settlement.call);
  if (type === null || settlement.outcome !== "applied" || settlement.created === null) return creations;
  const offered = session.pendingRemoteDescription?.sdp ?? null;
  return {
    unseen: { ...creations.unseen, [type]: false },
    answering: type === "answer" ? offered : creations.answering,
  };
}

/** The creations after a call that was judged, in the session before it. */
export function creationsAfter(
  creations: Creations,
  before: KnownSession,
  { expectation, settled, differences, known }: SettledCreation,
): Creations {
  const { side, created, sdp, type } = expectation;
  if (side === null) return creationsWith(creations, settled, before);
  const isApplied = settled.outcome === "applied";
  if (isApplied && created && sdp === null) {
    return { ...creations, unseen: { ...creations.unseen, [creationOf(type)]: true } };
  }
  // A fault that moved the implementation may have discarded what it had created, or created more.
  if (differences.some(({ kind }) => kind === "applied" || kind === "wrong-state")) {
    return { ...creations, unseen: allUnseen };
  }
  const isAnswered = isApplied && type === "answer" && known.session.signalingState === "stable";
  return isAnswered ? { ...creations, unseen: noneUnseen } : creations;
}

/** A call that was judged, and the session that it led to. */
interface SettledCreation {
  readonly expectation: Expectation;
  readonly settled: Settlement;
  readonly differences: readonly Difference[];
  readonly known: KnownSession;
}

import type { Settlement } from "../evidence/settled-call.ts";
import { createdBy } from "../evidence/trace-event.ts";
import type { KnownSession } from "./known-session.ts";

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

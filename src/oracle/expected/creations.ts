import type { Settlement } from "../evidence/settled-call.ts";
import { createdBy } from "../evidence/trace-event.ts";
import type { Difference } from "../verdict/difference.ts";
import type { Expectation } from "./expectation.ts";
import { creationOf, type KnownSession, withCreated } from "./known-session.ts";

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

/** What is known after createOffer() or createAnswer() was settled; whether that should have been created is left aside. */
export function withCreation(known: KnownCreations, settlement: Settlement): KnownCreations {
  const { session, unseenSdp } = known;
  const creations = creationsWith(known, settlement);
  if (creations === known.creations) return { session, unseenSdp, creations };
  return { ...withCreated(known, createdBy(settlement.call), settlement.created?.sdp ?? ""), creations };
}

/** A session, and what is known of what was created. */
interface KnownCreations extends KnownSession {
  readonly creations: Creations;
}

function creationsWith({ creations, session }: KnownCreations, { call, outcome, created }: Settlement): Creations {
  const type = createdBy(call);
  if (type === null || outcome !== "applied" || created === null) return creations;
  const offered = session.pendingRemoteDescription?.sdp ?? null;
  return {
    unseen: { ...creations.unseen, [type]: false },
    answering: type === "answer" ? offered : creations.answering,
  };
}

/**
 * What is known after a call that was judged.
 *
 * @param early whether calls before it are under way: where they lead is theirs to show
 */
export function knownAfter(before: KnownCreations, judged: SettledCreation, early: boolean): KnownCreations {
  if (early) return withCreation(before, judged.settled);
  return { ...judged.known, creations: creationsAfter(before, judged) };
}

function creationsAfter(before: KnownCreations, { expectation, settled, step, known }: SettledCreation): Creations {
  const { side, created, sdp, type } = expectation;
  const { creations } = before;
  if (side === null) return creationsWith(before, settled);
  const isApplied = settled.outcome === "applied";
  if (isApplied && created && sdp === null) {
    return { ...creations, unseen: { ...creations.unseen, [creationOf(type)]: true } };
  }
  // A fault that moved the implementation may have discarded what it had created, or created more.
  if (step.differences.some(({ kind }) => kind === "applied" || kind === "wrong-state")) {
    return { ...creations, unseen: allUnseen };
  }
  const isAnswered = isApplied && type === "answer" && known.session.signalingState === "stable";
  return isAnswered ? { ...creations, unseen: noneUnseen } : creations;
}

/** A call that was judged, and the session that it led to. */
interface SettledCreation {
  readonly expectation: Expectation;
  readonly settled: Settlement;
  readonly step: { readonly differences: readonly Difference[] };
  readonly known: KnownSession;
}

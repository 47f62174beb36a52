import { inferredType } from "../../session/decide.ts";
import { sdpTypeNamed } from "../../signaling/names.ts";
import { sdpIn, typeIn } from "../evidence/argument.ts";
import type { Settlement } from "../evidence/settled-call.ts";
import { sameButForGathering } from "../evidence/slot-differences.ts";
import type { Creations } from "./creations.ts";
import { type Expectation, expectationIn, isWithoutSdp } from "./expectation.ts";
import { creationOf, type KnownSession, lastCreated, withCreated } from "./known-session.ts";

/**
 * What must come of a call in that session. What the implementation had created decides part of it, and only the
 * implementation knows all of that: it has the benefit of every doubt.
 */
export function expectationOf(before: KnownSession, creations: Creations, settlement: Settlement): Expectation {
  const { holding, created } = whatWasCreated(before, creations, settlement);
  const expectation = expectationIn(holding, settlement);
  return { ...expectation, before, created: created ?? expectation.created };
}

/** The session with what the implementation had created when the call ran. */
interface Holding {
  readonly holding: KnownSession;
  /** Is the description one that it created? Null where the SDP says so. */
  readonly created: boolean | null;
}

function whatWasCreated(before: KnownSession, creations: Creations, settlement: Settlement): Holding {
  const { call, argument } = settlement;
  if (call !== "setLocalDescription") return { holding: before, created: null };
  const isCreatedNow = isWithoutSdp(argument) && typeIn(argument) !== "rollback";
  return isCreatedNow ? createdByCall(before, settlement) : createdBefore(before, creations, settlement);
}

// The call leaves the SDP to the implementation.
function createdByCall(before: KnownSession, { argument, created, outcome }: Settlement): Holding {
  if (created !== null && created.sdp !== "") {
    // What was created before is set: it stays the one created last, also where the slot has gathered candidates already.
    const known = lastCreated(before, created.type);
    const isKnown = known !== "" && sameButForGathering(known, created.sdp);
    return { holding: isKnown ? before : withCreated(before, created.type, created.sdp), created: true };
  }
  if (created !== null || outcome !== "applied") return { holding: before, created: null };
  // What was created last may not fit any more: the call is free to set another, and what it has set was not seen.
  const type = sdpTypeNamed(typeIn(argument)) ?? inferredType(before.session);
  return { holding: withCreated(before, type, ""), created: null };
}

// The call sets what the implementation created before.
function createdBefore(before: KnownSession, creations: Creations, { argument, error }: Settlement): Holding {
  const sdp = sdpIn(argument) ?? "";
  const type = sdpTypeNamed(typeIn(argument)) ?? inferredType(before.session);
  const isCalledModified = error?.name === "InvalidModificationError";
  if (isStaleAnswer(before, creations, sdp)) {
    // The implementation may have discarded the answer, and may refuse it.
    return isCalledModified
      ? { holding: withCreated(before, "answer", ""), created: null }
      : { holding: before, created: false };
  }
  const isCompared = type !== "rollback" && before.session.options.profile.modificationCheck !== "off";
  if (!isCompared || isCalledModified || !creations.unseen[creationOf(type)]) return { holding: before, created: null };
  // The description may have been created unseen: then only the implementation knows whether it is modified.
  return { holding: withCreated(before, type, sdp), created: null };
}

// An answer that was created for an offer replaced since.
function isStaleAnswer({ session }: KnownSession, { answering }: Creations, sdp: string): boolean {
  const { lastCreatedAnswer, pendingRemoteDescription: offer } = session;
  return lastCreatedAnswer !== "" && sdp === lastCreatedAnswer && offer !== null && offer.sdp !== answering;
}

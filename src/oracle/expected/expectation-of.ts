import { sdpIn, typeIn } from "../evidence/argument.ts";
import type { Settlement } from "../evidence/settled-call.ts";
import { sameButForGathering } from "../evidence/slot-differences.ts";
import { createdBy } from "../evidence/trace-event.ts";
import type { Creations } from "./creations.ts";
import { type Expectation, expectationIn, isWithoutSdp } from "./expectation.ts";
import { creationOf, type KnownSession, lastCreated, withCreated } from "./known-session.ts";

/**
 * What must come of a call in that session. What the implementation had created decides part of it, and only the
 * implementation knows all of that: it has the benefit of every doubt.
 */
export function expectationOf(before: KnownSession, creations: Creations, settlement: Settlement): Expectation {
  const { call, argument, created } = settlement;
  if (createdBy(call) !== null) return expectationIn(before, call, argument, created?.sdp ?? null);
  if (call !== "setLocalDescription") return expectationIn(before, call, argument, null);
  const isCreatedNow = isWithoutSdp(argument) && typeIn(argument) !== "rollback";
  return isCreatedNow ? whatIsCreated(before, settlement) : whatWasCreated(before, creations, settlement);
}

// The call leaves the SDP to the implementation.
function whatIsCreated(before: KnownSession, { argument, created, outcome }: Settlement): Expectation {
  if (created !== null && created.sdp !== "") {
    // What was created before is set: it stays the one created last, also where the slot has gathered candidates already.
    const known = lastCreated(before, created.type);
    const isKnown = known !== "" && sameButForGathering(known, created.sdp);
    const holding = isKnown ? before : withCreated(before, created.type, created.sdp);
    return { ...expectationIn(holding, "setLocalDescription", argument, null), created: true };
  }
  const expected = expectationIn(before, "setLocalDescription", argument, null);
  if (created !== null || outcome !== "applied") return expected;
  // What was created last may not fit any more: the call is free to set another, and what it has set was not seen.
  return expectationIn(withCreated(before, expected.type, ""), "setLocalDescription", argument, null);
}

// The call sets what the implementation created before.
function whatWasCreated(before: KnownSession, creations: Creations, { argument, error }: Settlement): Expectation {
  const expected = expectationIn(before, "setLocalDescription", argument, null);
  const isCalledModified = error?.name === "InvalidModificationError";
  const isModified = expected.rejection?.code === "local-description-modified";
  if (isModified && creations.unseen[creationOf(expected.type)] && !isCalledModified) {
    // The description may have been created unseen: then only the implementation knows whether it is modified.
    return expectationIn(withCreated(before, expected.type, expected.sdp ?? ""), "setLocalDescription", argument, null);
  }
  if (!isStaleAnswer(before, creations, sdpIn(argument))) return expected;
  // The implementation may have discarded the answer, and may refuse it.
  if (!isCalledModified) return { ...expected, created: false };
  return expectationIn(withCreated(before, "answer", ""), "setLocalDescription", argument, null);
}

// An answer that was created for an offer replaced since.
function isStaleAnswer({ session }: KnownSession, { answering }: Creations, sdp: string | null): boolean {
  const { lastCreatedAnswer, pendingRemoteDescription: offer } = session;
  return lastCreatedAnswer !== "" && sdp === lastCreatedAnswer && offer !== null && offer.sdp !== answering;
}

import { sdpIn, typeIn } from "../evidence/argument.ts";
import type { Settlement } from "../evidence/settled-call.ts";
import { sameButForGathering } from "../evidence/slot-differences.ts";
import { createdBy, sideOf } from "../evidence/trace-event.ts";
import type { Creations } from "./creations.ts";
import {
  closingExpectation,
  creationExpectation,
  type Expectation,
  isWithoutSdp,
  settingExpectation,
} from "./expectation.ts";
import { creationOf, type KnownSession, lastCreated, withCreated } from "./known-session.ts";

/**
 * What must come of a call in that session. What the implementation had created decides part of it, and only the
 * implementation knows all of that: it has the benefit of every doubt.
 */
export function expectationOf(before: KnownSession, creations: Creations, settlement: Settlement): Expectation {
  const { call, argument, created } = settlement;
  const type = createdBy(call);
  if (type !== null) return creationExpectation(before, type, created?.sdp ?? null);
  const side = sideOf(call);
  if (side === null) return closingExpectation(before);
  if (side === "remote") return settingExpectation(before, side, argument);
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
    return { ...settingExpectation(holding, "local", argument), created: true };
  }
  const expected = settingExpectation(before, "local", argument);
  if (created !== null || outcome !== "applied") return expected;
  // What was created last may not fit any more: the call is free to set another, and what it has set was not seen.
  return settingExpectation(withCreated(before, expected.type, ""), "local", argument);
}

// The call sets what the implementation created before.
function whatWasCreated(before: KnownSession, creations: Creations, { argument, error }: Settlement): Expectation {
  const expected = settingExpectation(before, "local", argument);
  const isCalledModified = error?.name === "InvalidModificationError";
  const isModified = expected.rejection?.code === "local-description-modified";
  if (isModified && creations.unseen[creationOf(expected.type)] && !isCalledModified) {
    // The description may have been created unseen: then only the implementation knows whether it is modified.
    return settingExpectation(withCreated(before, expected.type, expected.sdp ?? ""), "local", argument);
  }
  if (!isStaleAnswer(before, creations, sdpIn(argument))) return expected;
  // The implementation may have discarded the answer, and may refuse it.
  if (!isCalledModified) return { ...expected, created: false };
  return settingExpectation(withCreated(before, "answer", ""), "local", argument);
}

// An answer that was created for an offer replaced since.
function isStaleAnswer({ session }: KnownSession, { answering }: Creations, sdp: string | null): boolean {
  const { lastCreatedAnswer, pendingRemoteDescription: offer } = session;
  return lastCreatedAnswer !== "" && sdp === lastCreatedAnswer && offer !== null && offer.sdp !== answering;
}

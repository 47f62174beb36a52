// Every session that legal calls lead to, with one SDP text for each kind of description: a finite set.
import { createSession, type Profile, type ProfileName, type Session } from "../src/entries/index.ts";
import { perform } from "./calls.ts";

/** The calls tried in every session; with these, every edge and every refusal of the state machine comes up. */
export const everyCall: readonly string[] = [
  "offer created LO",
  "offer created",
  "answer created LA",
  "answer created",
  "local",
  "local offer",
  "local offer LO",
  "local offer munged",
  "local pranswer LA",
  "local answer LA",
  "local answer munged",
  "local rollback",
  "local bye",
  "remote",
  "remote offer RO",
  "remote offer",
  "remote pranswer RP",
  "remote answer RA",
  "remote rollback",
  "remote bye",
  "close",
];

/** All sessions that those calls lead to, from a new one. */
export function reachableSessions(profile: ProfileName | Profile): readonly Session[] {
  const found = new Map<string, Session>();
  const waiting = [createSession({ profile, sdp: "opaque" })];
  for (let session = waiting.pop(); session !== undefined; session = waiting.pop()) {
    const key = JSON.stringify(session);
    if (found.has(key)) continue;
    found.set(key, session);
    for (const call of everyCall) waiting.push(perform(session, call).session);
  }
  return [...found.values()];
}

/** A profile of one's own that allows everything that any profile allows. */
export const everythingAllowed: Profile = {
  name: "everything allowed",
  rollbackFromPranswer: true,
  implicitRollback: true,
  modificationCheck: "off",
};

/** The profiles whose sessions are worth going through. */
export const profilesToGoThrough: readonly (readonly [string, ProfileName | Profile])[] = [
  ["webrtc-pc", "webrtc-pc"],
  ["rfc9429", "rfc9429"],
  ["legacy", "legacy"],
  ["everything allowed", everythingAllowed],
];

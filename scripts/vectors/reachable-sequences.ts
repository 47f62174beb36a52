import { createSession, type ProfileName, profiles, type Session, step } from "../../src/entries/index.ts";
import { callNamed } from "./call.ts";
import { expectedOf } from "./expected.ts";
import type { Ids } from "./ids.ts";
import { type JudgedCall, leadsUp, type SessionCase, sessionCase } from "./session-case.ts";

/** The calls that are made of every session; one text for each kind of description. */
const everyCall: readonly string[] = [
  "offer created LO",
  "offer created",
  "answer created LA",
  "answer created",
  "local",
  "local offer LO",
  "local offer munged",
  "local pranswer LA",
  "local answer LA",
  "local answer munged",
  "local rollback",
  "remote offer RO",
  "remote pranswer RP",
  "remote answer RA",
  "remote rollback",
  "close",
];

/** A session, by the shortest calls that lead to it. */
interface Reached {
  readonly session: Session;
  readonly path: readonly string[];
}

/**
 * Every call on every session that this many calls lead to: those that leave it as it is in one case, each of the others
 * in its own. In the other profiles only what comes out otherwise than in webrtc-pc.
 */
export function reachableSequences(ids: Ids, depth: number): readonly SessionCase[] {
  return [
    ...everyCallIn("webrtc-pc", depth, ids, () => true),
    ...everyCallIn("rfc9429", depth, ids, differsFromWebrtcPc),
    ...everyCallIn("legacy", depth - 1, ids, differsFromWebrtcPc),
  ];
}

function everyCallIn(
  profile: ProfileName,
  depth: number,
  ids: Ids,
  isWanted: (session: Session, call: string) => boolean,
): readonly SessionCase[] {
  return reachedSessions(profile, depth).flatMap(({ session, path }) => {
    const calls = everyCall.filter((call) => isWanted(session, call));
    const idle = calls.filter((call) => isSame(after(session, call), session));
    const leadOn = calls.filter((call) => !idle.includes(call));
    const caseOf = (name: string, made: readonly string[]) =>
      sessionCase(ids.idOf("every-call", profile, path.join(" ") || "new", name), { profile, sdp: "opaque" }, [
        ...path.map((call): JudgedCall => [callNamed(call), leadsUp]),
        ...made.map((call): JudgedCall => [callNamed(call), null]),
      ]);
    return [...(idle.length === 0 ? [] : [caseOf("unchanged", idle)]), ...leadOn.map((call) => caseOf(call, [call]))];
  });
}

function reachedSessions(profile: ProfileName, depth: number): readonly Reached[] {
  const start = createSession({ profile, sdp: "opaque" });
  const reached = new Map<string, Reached>([[keyOf(start), { session: start, path: [] }]]);
  // The map grows while it is gone through: breadth first.
  for (const { session, path } of reached.values()) {
    if (path.length === depth) break;
    for (const call of everyCall) {
      const next = after(session, call);
      if (!reached.has(keyOf(next))) reached.set(keyOf(next), { session: next, path: [...path, call] });
    }
  }
  return [...reached.values()];
}

function differsFromWebrtcPc(session: Session, call: string): boolean {
  const other: Session = { ...session, options: { ...session.options, profile: profiles["webrtc-pc"] } };
  return outcomeOf(session, call) !== outcomeOf(other, call);
}

function outcomeOf(session: Session, call: string): string {
  return JSON.stringify(expectedOf(step(session, callNamed(call)), session));
}

function after(session: Session, call: string): Session {
  return step(session, callNamed(call)).session;
}

function isSame(one: Session, other: Session): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf(session: Session): string {
  return JSON.stringify(session);
}

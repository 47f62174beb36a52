import { verdict } from "../../cases/sdp/real-calls.ts";
import { type Cell, cells, profileNames } from "../../cases/transition-tables.ts";
import { type Call, createSession, nextSignalingState, type Session, step } from "../../src/entries/index.ts";
import { callNamed } from "./call.ts";
import { rejectionWritten } from "./expected.ts";
import type { Vectors } from "./vector-file.ts";

// With an offer LO and an answer LA created, only the state decides whether a local description is refused.
const bothCreated = ["remote offer RO", "answer created LA", "remote rollback", "offer created LO"];
const reach = Object.fromEntries(
  Object.entries({
    stable: [],
    "have-local-offer": ["local offer LO"],
    "have-remote-offer": ["remote offer RO"],
    "have-local-pranswer": ["remote offer RO", "local pranswer LA"],
    "have-remote-pranswer": ["local offer LO", "remote pranswer RP"],
    closed: ["close"],
  }).map(([state, calls]) => [state, [...bothCreated, ...calls].map(callNamed)]),
) satisfies Record<string, readonly Call[]>;

const acceptable: Readonly<Record<string, string>> = {
  "local offer": "LO",
  "local pranswer": "LA",
  "local answer": "LA",
  "remote offer": "RO",
  "remote pranswer": "RP",
  "remote answer": "RA",
};

/** Every cell of every profile as the hand-written tables have it, with the rejection that the code adds. */
export function transitions(): Vectors {
  return {
    vectors: "transitions",
    about:
      "One case for each state, side and type under each profile: the state that a description leads to, or how it is refused.",
    shared: { reach },
    cases: profileNames.flatMap((profile) => cells[profile].map((cell) => transition(profile, cell))),
  };
}

function transition(profile: (typeof profileNames)[number], cell: Cell) {
  const { state, side, type, next } = cell;
  const id = `${profile}/${state}/${side}/${type}`;
  const sdp = acceptable[`${side} ${type}`];
  const description = sdp === undefined ? { type } : { type, sdp };
  const method = side === "local" ? "setLocalDescription" : "setRemoteDescription";
  const outcome = step(sessionIn(state, profile), { method, description });
  const expected = expectedVerdict(profile, cell);
  const found = verdict(outcome);
  if (found !== expected || nextSignalingState(state, side, type, profile) !== next) {
    throw new Error(`${id} must be ${expected}, and is ${found}`);
  }
  const rejection = outcome.kind === "rejected" ? rejectionWritten(outcome.rejection) : null;
  const implicitRollback = outcome.kind === "applied" && next === null;
  const { signalingState } = outcome.session;
  return { id, profile, state, side, type, description, next, implicitRollback, signalingState, rejection };
}

function sessionIn(state: string, profile: (typeof profileNames)[number]): Session {
  const start = createSession({ profile, sdp: "opaque" });
  return (reach[state] ?? []).reduce((session, call) => step(session, call).session, start);
}

function expectedVerdict(profile: string, { state, side, type, next }: Cell): string {
  if (next !== null) return `applied ${next}`;
  if (state === "closed") return "InvalidStateError connection-closed";
  if (type !== "rollback") {
    const implicit = profile === "webrtc-pc" && state === "have-local-offer" && side === "remote" && type === "offer";
    return implicit ? "applied have-remote-offer" : `InvalidStateError ${type}-in-wrong-state`;
  }
  return `InvalidStateError ${state === "stable" ? "rollback-in-wrong-state" : "rollback-from-pranswer"}`;
}

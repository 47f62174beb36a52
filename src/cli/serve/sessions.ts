import type { Observation } from "../../oracle/evidence/observation.ts";
import { type Judged, judge } from "../../oracle/judge.ts";
import { createOracleFor, type Oracle, type OracleOptions } from "../../oracle/oracle.ts";
import { failure, type Result, success } from "../../result.ts";
import { quote } from "../../sdp/text/quote.ts";
import type { Outcome } from "../../session/outcome.ts";
import type { Session } from "../../session/session.ts";
import { type Limits, maxCreateLength, maxNameLength, maxSessionText } from "./limits.ts";

/** The sessions of one client, within limits. A failure has changed nothing. */
export interface Sessions {
  /** `requestLength` stands for what the name and the options may occupy. */
  open(name: unknown, options: unknown, requestLength: number): Result<Done>;
  /** Makes a call on a session; what becomes of the session takes its place. */
  call(name: unknown, call: (session: Session) => Outcome): Result<Outcome>;
  /** Judges a call on a session, which follows what was observed. */
  judge(name: unknown, observation: Observation): Result<Judged>;
  /** The session of that name, as it is. */
  session(name: unknown): Result<Session>;
  drop(name: unknown): Result<Done>;
}

/** The answer to a request that was carried out. */
export interface Done {
  readonly ok: true;
}

const done = success<Done>({ ok: true });

// An oracle remembers more of the calls than the session does: a session follows one of the two.
type Use = "called" | "judged";

interface Held {
  readonly name: string;
  readonly oracle: Oracle;
  readonly use: Use | null;
  readonly requestLength: number;
}

/** No sessions yet. */
export function createSessions({ maxSessions, maxText }: Limits): Sessions {
  const sessions = new Map<string, Held>();
  let total = 0;

  function put(held: Held, lengthBefore: number): Result<Done> {
    const length = textLength(held);
    const totalAfter = total - lengthBefore + length;
    if (length > maxSessionText) return failure(`over the limit of ${maxSessionText} characters in one session`);
    if (totalAfter > maxText) return failure(`over the limit of ${maxText} characters in all sessions`);
    sessions.set(held.name, held);
    total = totalAfter;
    return done;
  }

  function find(name: unknown): Result<Held> {
    if (typeof name !== "string") return notAName;
    const held = sessions.get(name);
    return held === undefined ? failure(`unknown session: ${quote(name)}`) : success(held);
  }

  function findFor(name: unknown, use: Use): Result<Held> {
    const held = find(name);
    if (!held.ok || (held.value.use ?? use) === use) return held;
    return failure(`the session ${quote(held.value.name)} is ${held.value.use}: it cannot be ${use} too`);
  }

  return {
    open(name, options = {}, requestLength) {
      if (typeof name !== "string") return notAName;
      if (name.length > maxNameLength) return failure(`session is longer than ${maxNameLength} characters`);
      if (requestLength > maxCreateLength) return failure(`the request is longer than ${maxCreateLength} characters`);
      if (sessions.has(name)) return failure(`duplicate session: ${quote(name)}`);
      if (sessions.size >= maxSessions) return failure(`over the limit of ${maxSessions} sessions`);
      const oracle = unlessThrown(() => createOracleFor("createSession", options as OracleOptions));
      return oracle.ok ? put({ name, oracle: oracle.value, use: null, requestLength }, 0) : oracle;
    },
    call(name, call) {
      const held = findFor(name, "called");
      if (!held.ok) return held;
      const { oracle } = held.value;
      const outcome = call(oracle.session);
      const { session } = outcome;
      if (session === oracle.session) return success(outcome);
      const after = { ...held.value, oracle: { ...oracle, session }, use: "called" } as const;
      const kept = put(after, textLength(held.value));
      return kept.ok ? success(outcome) : kept;
    },
    judge(name, observation) {
      const held = findFor(name, "judged");
      if (!held.ok) return held;
      const judged = unlessThrown(() => judge(held.value.oracle, observation));
      if (!judged.ok) return judged;
      const after = { ...held.value, oracle: judged.value.oracle, use: "judged" } as const;
      const kept = put(after, textLength(held.value));
      return kept.ok ? judged : kept;
    },
    session(name) {
      const held = find(name);
      return held.ok ? success(held.value.oracle.session) : held;
    },
    drop(name) {
      const held = find(name);
      if (!held.ok) return held;
      sessions.delete(held.value.name);
      total -= textLength(held.value);
      return done;
    },
  };
}

const notAName = failure("session must be a string");

function unlessThrown<Value>(make: () => Value): Result<Value> {
  try {
    return success(make());
  } catch (error) {
    return failure((error as TypeError).message);
  }
}

// A session whose calls are judged has, beside the session, what the oracle remembers of them.
function textLength({ oracle, use, requestLength }: Held): number {
  if (use === "judged") return requestLength + JSON.stringify(oracle).length;
  const { session } = oracle;
  return (
    requestLength +
    session.lastCreatedOffer.length +
    session.lastCreatedAnswer.length +
    (session.pendingLocalDescription?.sdp.length ?? 0) +
    (session.currentLocalDescription?.sdp.length ?? 0) +
    (session.pendingRemoteDescription?.sdp.length ?? 0) +
    (session.currentRemoteDescription?.sdp.length ?? 0)
  );
}

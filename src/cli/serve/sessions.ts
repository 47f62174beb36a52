import type { Observation } from "../../oracle/evidence/observation.ts";
import { type Judged, judge } from "../../oracle/judge.ts";
import { createOracleFor, type Oracle, type OracleOptions } from "../../oracle/oracle.ts";
import { failure, type Result, success } from "../../result.ts";
import { quote } from "../../sdp/text/quote.ts";
import type { Outcome } from "../../session/outcome.ts";
import type { Session } from "../../session/session.ts";
import { createHoldings, type Done, type Occupied, unlessThrown } from "./holdings.ts";
import type { Limits } from "./limits.ts";

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

// An oracle remembers more of the calls than the session does: a session follows one of the two.
type Use = "called" | "judged";

interface HeldSession {
  readonly oracle: Oracle;
  readonly use: Use | null;
}

/** No sessions yet. */
export function createSessions(limits: Limits, total: Occupied): Sessions {
  const sessions = createHoldings<HeldSession>("session", limits, total, textLength);

  function findFor(name: unknown, use: Use): Result<HeldSession & { readonly name: string }> {
    const held = sessions.find(name);
    if (!held.ok) return held;
    const named = name as string;
    if ((held.value.use ?? use) === use) return success({ ...held.value, name: named });
    return failure(`the session ${quote(named)} is ${held.value.use}: it cannot be ${use} too`);
  }

  return {
    open(name, options = {}, requestLength) {
      const make = () => createOracleFor("createSession", options as OracleOptions);
      return sessions.open(name, () => ({ oracle: make(), use: null }), requestLength);
    },
    call(name, call) {
      const held = findFor(name, "called");
      if (!held.ok) return held;
      const { oracle } = held.value;
      const outcome = call(oracle.session);
      const { session } = outcome;
      if (session === oracle.session) return success(outcome);
      const kept = sessions.replace(held.value.name, { oracle: { ...oracle, session }, use: "called" });
      return kept.ok ? success(outcome) : kept;
    },
    judge(name, observation) {
      const held = findFor(name, "judged");
      if (!held.ok) return held;
      const judged = unlessThrown(() => judge(held.value.oracle, observation));
      if (!judged.ok) return judged;
      const kept = sessions.replace(held.value.name, { oracle: judged.value.oracle, use: "judged" });
      return kept.ok ? judged : kept;
    },
    session(name) {
      const held = sessions.find(name);
      return held.ok ? success(held.value.oracle.session) : held;
    },
    drop: sessions.drop,
  };
}

// A session whose calls are judged has, beside the session, what the oracle remembers of them.
function textLength({ oracle, use }: HeldSession): number {
  if (use === "judged") return JSON.stringify(oracle).length;
  const { session } = oracle;
  return (
    session.lastCreatedOffer.length +
    session.lastCreatedAnswer.length +
    (session.pendingLocalDescription?.sdp.length ?? 0) +
    (session.currentLocalDescription?.sdp.length ?? 0) +
    (session.pendingRemoteDescription?.sdp.length ?? 0) +
    (session.currentRemoteDescription?.sdp.length ?? 0)
  );
}

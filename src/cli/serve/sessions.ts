import { failure, type Result, success } from "../../result.ts";
import { quote } from "../../sdp/text/quote.ts";
import { createSession } from "../../session/create-session.ts";
import type { SessionOptions } from "../../session/options.ts";
import type { Outcome } from "../../session/outcome.ts";
import type { Session } from "../../session/session.ts";
import { type Limits, maxCreateLength, maxNameLength, maxSessionText } from "./limits.ts";

/** The sessions of one client, within limits. A failure has changed nothing. */
export interface Sessions {
  /** `requestLength` stands for what the name and the options may occupy. */
  open(name: unknown, options: unknown, requestLength: number): Result<Done>;
  /** Makes a call on a session; what becomes of the session takes its place. */
  call(name: unknown, call: (session: Session) => Outcome): Result<Outcome>;
  drop(name: unknown): Result<Done>;
}

/** The answer to a request that was carried out. */
export interface Done {
  readonly ok: true;
}

const done = success<Done>({ ok: true });

interface Held {
  readonly name: string;
  readonly session: Session;
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

  return {
    open(name, options, requestLength) {
      if (typeof name !== "string") return notAName;
      if (name.length > maxNameLength) return failure(`session is longer than ${maxNameLength} characters`);
      if (requestLength > maxCreateLength) return failure(`the request is longer than ${maxCreateLength} characters`);
      if (sessions.has(name)) return failure(`duplicate session: ${quote(name)}`);
      if (sessions.size >= maxSessions) return failure(`over the limit of ${maxSessions} sessions`);
      const session = newSession(options);
      return session.ok ? put({ name, session: session.value, requestLength }, 0) : session;
    },
    call(name, call) {
      const held = find(name);
      if (!held.ok) return held;
      const outcome = call(held.value.session);
      const { session } = outcome;
      if (session === held.value.session) return success(outcome);
      const kept = put({ ...held.value, session }, textLength(held.value));
      return kept.ok ? success(outcome) : kept;
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

function newSession(options: unknown): Result<Session> {
  try {
    return success(createSession(options as SessionOptions));
  } catch (error) {
    return failure((error as TypeError).message);
  }
}

function textLength({ session, requestLength }: Held): number {
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

import { createSession } from "../../session/create-session.ts";
import type { SessionOptions } from "../../session/options.ts";
import type { Outcome } from "../../session/outcome.ts";
import type { Session } from "../../session/session.ts";
import { type Limits, maxCreateLength, maxNameLength, maxSessionText } from "./limits.ts";
import { quoted } from "./request.ts";

/** The sessions of one client, within limits. What gives a text has changed nothing: the text says why. */
export interface Sessions {
  /** `requestLength` stands for what the name and the options may occupy. */
  open(name: unknown, options: unknown, requestLength: number): string | null;
  /** Makes a call on a session; what becomes of the session takes its place. */
  call(name: unknown, call: (session: Session) => Outcome): Outcome | string;
  drop(name: unknown): string | null;
}

interface Held {
  readonly session: Session;
  readonly requestLength: number;
}

/** No sessions yet. */
export function createSessions({ maxSessions, maxText }: Limits): Sessions {
  const sessions = new Map<string, Held>();
  let total = 0;

  function put(name: string, held: Held, lengthBefore: number): string | null {
    const length = textLength(held);
    const totalAfter = total - lengthBefore + length;
    if (length > maxSessionText) return `over the limit of ${maxSessionText} characters in one session`;
    if (totalAfter > maxText) return `over the limit of ${maxText} characters in all sessions`;
    sessions.set(name, held);
    total = totalAfter;
    return null;
  }

  return {
    open(name, options, requestLength) {
      if (typeof name !== "string") return notAName;
      if (name.length > maxNameLength) return `session is longer than ${maxNameLength} characters`;
      if (requestLength > maxCreateLength) return `the request is longer than ${maxCreateLength} characters`;
      if (sessions.has(name)) return `duplicate session: ${quoted(name)}`;
      if (sessions.size >= maxSessions) return `over the limit of ${maxSessions} sessions`;
      const session = sessionOrReason(options);
      return typeof session === "string" ? session : put(name, { session, requestLength }, 0);
    },
    call(name, call) {
      if (typeof name !== "string") return notAName;
      const held = sessions.get(name);
      if (held === undefined) return unknown(name);
      const outcome = call(held.session);
      const { session } = outcome;
      if (session === held.session) return outcome;
      return put(name, { ...held, session }, textLength(held)) ?? outcome;
    },
    drop(name) {
      if (typeof name !== "string") return notAName;
      const held = sessions.get(name);
      if (held === undefined) return unknown(name);
      sessions.delete(name);
      total -= textLength(held);
      return null;
    },
  };
}

const notAName = "session must be a string";

function unknown(name: string): string {
  return `unknown session: ${quoted(name)}`;
}

function sessionOrReason(options: unknown): Session | string {
  try {
    return createSession(options as SessionOptions);
  } catch (error) {
    return (error as TypeError).message;
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

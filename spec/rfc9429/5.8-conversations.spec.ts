import { describe, expect, it } from "vitest";
import { rejected } from "../../cases/calls.ts";
import { conversations } from "../../cases/sdp/conversations.ts";
import { set, verdict } from "../../cases/sdp/real-calls.ts";
import { createSession, type Outcome, restoreSession, type Session } from "../../src/entries/index.ts";

declare const structuredClone: <T>(value: T) => T;

const named = conversations.map((conversation) => [conversation.name, conversation] as const);

function jsonCopy(session: Session): Session {
  return JSON.parse(JSON.stringify(session));
}

function restored(session: Session): Session {
  const copy = restoreSession(jsonCopy(session));
  if (copy === null) throw new Error("a session did not survive JSON");
  return copy;
}

describe("RFC 9429 §5.8 to §5.11, whole conversations through a session", () => {
  it.each(named)("%s", (_, { options, calls }) => {
    let session = createSession(options);
    const verdicts = calls.map(([call]) => {
      const outcome = set(session, call);
      if (outcome.kind === "applied") session = outcome.session;
      return `${call.side} ${call.type}: ${verdict(outcome)}`;
    });
    expect(verdicts).toEqual(calls.map(([{ side, type }, expected]) => `${side} ${type}: ${expected}`));
  });
});

// A copy holds new description objects, of which nothing is remembered.
describe.each([
  ["JSON", jsonCopy],
  ["restoreSession", restored],
  ["structuredClone", structuredClone<Session>],
] as const)("design, a missed memory never changes a verdict: sessions copied by %s before each call", (_, copy) => {
  it.each(named)("%s", (_name, { options, calls }) => {
    let session = createSession(options);
    for (const [call, expected] of calls) {
      const fromCopy = set(copy(session), call);
      const outcome = set(session, call);
      expect(verdict(fromCopy)).toBe(expected);
      expect(withoutSession(fromCopy)).toEqual(withoutSession(outcome));
      expect(fromCopy.session).toEqual(outcome.session);
      if (outcome.kind === "applied") session = fromCopy.session;
    }
  });
});

describe("design, a memory belongs to the text and to how it was read", () => {
  it("a description object under another tolerance is read anew", () => {
    const [offer, answer] = conversations.at(-1)?.calls ?? [];
    if (offer === undefined || answer === undefined) throw new Error("no conversation");
    const lenient = createSession({ tolerate: ["S4"] });
    const session = set(lenient, offer[0]).session;
    const strict = { ...session, options: createSession().options };
    // The offer cannot be read strictly: what is judged against it is silent, and nothing throws.
    expect(verdict(set(strict, answer[0]))).toBe("applied stable");
    expect(verdict(set(session, answer[0]))).toBe("applied stable");
    expect(rejected(set(createSession(), offer[0])).rejection.rule).toBe("S4");
  });
});

function withoutSession(outcome: Outcome): object {
  const { session: _, ...rest } = outcome;
  return rest;
}

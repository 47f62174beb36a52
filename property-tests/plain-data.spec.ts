import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSession, type Outcome, restoreSession, type Session, signalingStates } from "../src/entries/index.ts";
import { anyCall, calls, setting } from "./arbitraries/arbitraries.ts";
import { perform, play, sessionAfter } from "./model/commands.ts";
import { remembered } from "./model/model-comparison.ts";
import { runs } from "./model/run-options.ts";

function jsonCopy<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

function frozenThroughout(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return typeof value !== "function";
  return Object.isFrozen(value) && Object.values(value).every(frozenThroughout);
}

describe("every outcome", () => {
  it("is frozen throughout", () => {
    fc.assert(
      fc.property(setting, calls(20), ({ options }, calls) => {
        expect(frozenThroughout(createSession(options))).toBe(true);
        for (const { outcome } of play(options, calls)) expect(frozenThroughout(outcome)).toBe(true);
      }),
      runs(600),
    );
  });

  it("survives JSON and structuredClone unchanged", () => {
    fc.assert(
      fc.property(setting, calls(8), ({ options }, calls) => {
        for (const { outcome } of play(options, calls)) {
          expect(jsonCopy(outcome)).toStrictEqual(outcome);
          expect(structuredClone(outcome)).toStrictEqual(outcome);
        }
      }),
      runs(500),
    );
  });
});

describe("replay", () => {
  it("gives the same outcomes again", () => {
    fc.assert(
      fc.property(setting, calls(25), ({ options }, calls) => {
        expect(play(options, calls).map(({ outcome }) => outcome)).toStrictEqual(
          play(options, calls).map(({ outcome }) => outcome),
        );
      }),
      runs(500),
    );
  });

  it("leaves options and profile of the caller's own alone", () => {
    fc.assert(
      fc.property(setting, calls(10), ({ options }, calls) => {
        const before = jsonCopy(options);
        play(options, calls);
        expect(jsonCopy(options)).toStrictEqual(before);
      }),
      runs(50),
    );
  });
});

describe("a session's copy", () => {
  const copies: [string, (session: Session) => Session | null][] = [
    ["restored from JSON", (session) => restoreSession(jsonCopy(session))],
    ["restored from a structured clone", (session) => restoreSession(structuredClone(session))],
    // Not restored at all: the functions promise to take it as it is.
    ["of JSON", jsonCopy],
  ];

  it.each(copies)("%s equals it, and every call of it has the same outcome", (_, copyOf) => {
    fc.assert(
      fc.property(setting, calls(20), anyCall, ({ options }, calls, last) => {
        const session = sessionAfter(options, calls);
        const copy = copyOf(session);
        expect(copy).toStrictEqual(session);
        const outcome: Outcome = perform(copy as Session, last);
        expect(outcome).toStrictEqual(perform(session, last));
        if (outcome.kind !== "applied") expect(outcome.session).toBe(copy);
      }),
      runs(600),
    );
  });

  it("restored is frozen throughout", () => {
    fc.assert(
      fc.property(setting, calls(20), ({ options }, calls) => {
        const copy = restoreSession(jsonCopy(sessionAfter(options, calls)));
        expect(copy).not.toBeNull();
        expect(frozenThroughout(copy)).toBe(true);
      }),
      runs(500),
    );
  });

  it("is not restored with another state than the slots say", () => {
    fc.assert(
      fc.property(setting, calls(20), fc.constantFrom(...signalingStates), ({ options }, calls, signalingState) => {
        const session = sessionAfter(options, calls);
        const restored = restoreSession({ ...session, signalingState });
        if (signalingState === session.signalingState || signalingState === "closed") {
          expect(restored && remembered(restored)).toStrictEqual({ ...remembered(session), signalingState });
        } else if (session.signalingState !== "closed") {
          expect(restored).toBeNull();
        }
      }),
      runs(600),
    );
  });
});

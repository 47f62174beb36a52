import { deepStrictEqual, ok } from "node:assert";
import { describe, expect, it } from "vitest";
import { perform } from "../../cases/calls.ts";
import { everyCall, profilesToGoThrough, reachableSessions } from "../../cases/reachable.ts";
import type { Outcome, Session } from "../../src/entries/index.ts";
import { operationFailed } from "../../src/entries/index.ts";

function isDeeplyFrozen(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(isDeeplyFrozen);
}

/** Every function in every session: the outcomes, with the session before. */
function* everyOutcome(sessions: readonly Session[]): Generator<readonly [Session, Outcome, string]> {
  for (const session of sessions) {
    for (const call of everyCall) yield [session, perform(session, call), call];
    yield [session, operationFailed(session, "local", "offer", "no port left"), "operation failed"];
  }
}

describe.each(profilesToGoThrough)(
  "contract, immutable plain data, every call in every reachable session, %s",
  (_, profile) => {
    const sessions = reachableSessions(profile);

    it("sessions and outcomes are frozen all through", () => {
      for (const [session, outcome, call] of everyOutcome(sessions)) {
        ok(isDeeplyFrozen(session) && isDeeplyFrozen(outcome), `${call} in ${JSON.stringify(session)}`);
      }
    });

    it("outcomes survive JSON", () => {
      for (const [, outcome] of everyOutcome(sessions)) deepStrictEqual(JSON.parse(JSON.stringify(outcome)), outcome);
    });

    it("`rejected` and `create` return the very same session", () => {
      const kinds = new Set<string>();
      for (const [session, outcome, call] of everyOutcome(sessions)) {
        kinds.add(outcome.kind);
        ok(outcome.kind === "applied" || outcome.session === session, call);
      }
      expect(kinds).toEqual(new Set(["applied", "rejected", "create"]));
    });

    it("the same call in the same session has the same outcome", () => {
      for (const [session, outcome, call] of everyOutcome(sessions)) {
        if (call !== "operation failed") deepStrictEqual(perform(session, call), outcome);
      }
    });

    it("JSON copies of sessions work in all functions", () => {
      for (const [session, outcome, call] of everyOutcome(sessions)) {
        if (call === "operation failed") continue;
        const copy: Session = JSON.parse(JSON.stringify(session));
        const copied = perform(copy, call);
        deepStrictEqual(copied, outcome);
        deepStrictEqual(copy, session);
        ok(Object.isFrozen(copied) && Object.isFrozen(copied.effects), call);
        if (outcome.session === session) ok(copied.session === copy, call);
        else ok(Object.isFrozen(copied.session), call);
      }
    });
  },
);

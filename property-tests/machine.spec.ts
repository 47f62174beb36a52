import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSession } from "../src/entries/index.ts";
import type { SignalingEvent } from "../src/entries/machine.ts";
import { calls, setting } from "./arbitraries/arbitraries.ts";
import { sdpType, side } from "./arbitraries/argument-arbitraries.ts";
import { eventOf, perform } from "./model/commands.ts";
import { actorRun, compareMachine, pureRun } from "./model/machine-comparison.ts";
import { runs } from "./model/run-options.ts";

describe.each([
  ["an actor", actorRun],
  ["the pure transition()", pureRun],
])("%s and the functions", (_, runOf) => {
  it("agree on every input", () => {
    fc.assert(
      fc.property(setting, calls(25), ({ options }, calls) => {
        const run = runOf(options);
        let session = createSession(options);
        for (const call of calls) {
          const outcome = perform(session, call);
          compareMachine(run, call, outcome);
          session = outcome.session;
        }
      }),
      runs(1000),
    );
  });

  it("a forged event moves nothing and emits nothing", () => {
    const forged = fc.oneof(
      fc
        .tuple(side, sdpType)
        .map(([side, type]) => ({ type: `set${side === "local" ? "Local" : "Remote"}(${type.toUpperCase()})` })),
      fc.constantFrom("stable", "have-local-offer", "rejected", "SETLOCALDESCRIPTION", "", "__proto__").map((type) => ({
        type,
      })),
    );
    fc.assert(
      fc.property(setting, calls(12), forged, ({ options }, calls, forged) => {
        const run = runOf(options);
        for (const call of calls) {
          const event = eventOf(call);
          if (event !== null) run.send(event);
        }
        const { value, context } = run.snapshot();
        expect(run.send(forged as SignalingEvent)).toEqual([]);
        expect(run.snapshot().value).toBe(value);
        expect(run.snapshot().context.session).toBe(context.session);
        expect(run.snapshot().context.outcome).toBe(context.outcome);
      }),
      runs(300),
    );
  });
});

it("the machine starts where createSession does", () => {
  fc.assert(
    fc.property(setting, ({ options }) => {
      const { value, context } = pureRun(options).snapshot();
      expect(value).toBe("stable");
      expect(context).toEqual({ session: createSession(options), outcome: null });
    }),
    runs(100),
  );
});

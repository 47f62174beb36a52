// The follower is total: any log at all gets its steps.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { opaque, stepsOf } from "./scripts/event-script.ts";
import { anyLog, anyProfile } from "./scripts/log-arbitrary.ts";

describe("the follower, given any log", () => {
  it("never throws, and judges every set call and every close once", () => {
    fc.assert(
      fc.property(anyLog, anyProfile, (log, profile) => {
        const steps = stepsOf(log, opaque(profile));
        const calls = log.filter(
          (event) => event.kind === "call" && event.call !== "createOffer" && event.call !== "createAnswer",
        );
        expect(steps.map(({ index }) => index)).toEqual(calls.map((_, index) => index));
        expect(steps.map(({ call }) => call)).toEqual(calls.map((event) => "call" in event && event.call));
      }),
      { seed: 2, numRuns: 500 },
    );
  });

  it("gives what goes together", () => {
    fc.assert(
      fc.property(anyLog, anyProfile, (log, profile) => {
        for (const { verdict, expected, observed, why, code, reference, waited } of stepsOf(log, opaque(profile))) {
          if (verdict === "unjudged") expect({ expected, reference }).toEqual({ expected: null, reference: null });
          if (verdict === "illegal-call") expect(expected?.outcome).toBe("rejected");
          if (verdict === "illegal-call") expect(observed.outcome).toBe("rejected");
          if (verdict === "illegal-call") expect(code).not.toBeNull();
          if (verdict === "illegal-call" || verdict === "divergence") expect(reference).not.toBeNull();
          expect(why === null).toBe(verdict === "conforms");
          expect(waited).toBeGreaterThanOrEqual(0);
        }
      }),
      { seed: 3, numRuns: 500 },
    );
  });
});

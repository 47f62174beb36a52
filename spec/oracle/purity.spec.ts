// The follower is pure: a state and an event give what they give, and are as they were.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { finish, follow } from "../../src/oracle/follow.ts";
import { createOracle } from "../../src/oracle/oracle.ts";
import { opaque } from "./scripts/event-script.ts";
import { anyLog, anyProfile } from "./scripts/log-arbitrary.ts";

// What is frozen all the way down cannot be changed without a TypeError.
function deepFrozen<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFrozen);
  }
  return value;
}

describe("the follower", () => {
  it("changes nothing of what it is given, and gives the same again", () => {
    fc.assert(
      fc.property(anyLog, anyProfile, (log, profile) => {
        let oracle = deepFrozen(createOracle(opaque(profile)));
        for (const event of deepFrozen(log)) {
          const before = JSON.stringify(oracle);
          const followed = follow(oracle, event);
          expect(JSON.stringify(oracle)).toBe(before);
          expect(follow(oracle, event)).toEqual(followed);
          oracle = deepFrozen(followed).oracle;
        }
        expect(finish(oracle)).toEqual(finish(oracle));
      }),
      { seed: 4, numRuns: 100 },
    );
  });

  it("is plain data: a structured clone goes on to the same steps", () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        let original = createOracle(opaque());
        let clone = structuredClone(original);
        for (const event of log) {
          const followed = follow(original, event);
          const followedClone = follow(clone, event);
          expect(followedClone).toEqual(followed);
          original = followed.oracle;
          clone = structuredClone(followedClone.oracle);
        }
      }),
      { seed: 5, numRuns: 100 },
    );
  });
});

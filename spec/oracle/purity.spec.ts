// The follower is pure: a state and an event give what they give, and are as they were.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { finishFollowing, follow, startFollowing } from "../../src/oracle/index.ts";
import { opaque } from "./event-script.ts";
import { anyLog, anyProfile } from "./log-arbitrary.ts";

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
        let following = deepFrozen(startFollowing(opaque(profile)));
        for (const event of deepFrozen(log)) {
          const before = JSON.stringify(following);
          const followed = follow(following, event);
          expect(JSON.stringify(following)).toBe(before);
          expect(follow(following, event)).toEqual(followed);
          following = deepFrozen(followed).following;
        }
        expect(finishFollowing(following)).toEqual(finishFollowing(following));
      }),
      { seed: 4, numRuns: 100 },
    );
  });

  it("is plain data: a structured clone goes on to the same steps", () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        let original = startFollowing(opaque());
        let clone = structuredClone(original);
        for (const event of log) {
          const followed = follow(original, event);
          const followedClone = follow(clone, event);
          expect(followedClone).toEqual(followed);
          original = followed.following;
          clone = structuredClone(followedClone.following);
        }
      }),
      { seed: 5, numRuns: 100 },
    );
  });
});

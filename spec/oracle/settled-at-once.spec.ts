// What Web IDL refuses is settled at once, outside the operations chain: whatever another call is doing meanwhile.
// @see https://webidl.spec.whatwg.org/#js-dictionary
import { describe, expect, it } from "vitest";
import { finish } from "../../src/entries/oracle.ts";
import { followed, liveEvents, wordsOn } from "./scripts/live-script.ts";

const refused = "remote -: illegal-call";

describe("a TypeError", () => {
  it("may come when the call before it has moved the state already, and is not settled yet", () => {
    const script = `
      0 local
      1 remote nonsense
      event have-local-offer
      1 TypeError, have-local-offer | offer O1 | - | - | -
      0 resolved, have-local-offer | offer O1 | - | - | -`;
    expect(wordsOn(script)).toEqual(["local offer: conforms", refused]);
  });

  it("or in the middle of an implicit rollback", () => {
    const script = `
      0 local
      event have-local-offer
      0 resolved, have-local-offer | offer O1 | - | - | -
      1 remote offer O2
      event stable
      2 remote nonsense
      2 TypeError, stable | - | - | - | -
      event have-remote-offer
      1 resolved, have-remote-offer | - | - | offer O2 | -`;
    expect(wordsOn(script)).toEqual(["local offer: conforms", "remote offer: conforms", refused]);
  });

  it("that is another error is told, and nothing else", () => {
    const script = `
      0 local
      1 remote nonsense
      event have-local-offer
      1 InvalidAccessError, have-local-offer | offer O1 | - | - | -
      0 resolved, have-local-offer | offer O1 | - | - | -`;
    expect(wordsOn(script)).toEqual(["local offer: conforms", "remote -: divergence wrong-error-type-unknown"]);
  });

  it("is no call that close() overtakes: its promise was rejected before", () => {
    const script = `
      0 remote nonsense
      1 close
      1 resolved, closed | - | - | - | -
      0 TypeError, closed | - | - | - | -`;
    expect(wordsOn(script)).toEqual([refused, "close: conforms"]);
  });
});

describe("a second close()", () => {
  it("overtakes nothing: what was refused between the two is refused", () => {
    const script = `
      0 close
      0 resolved, closed | - | - | - | -
      1 local rollback
      2 close
      2 resolved, closed | - | - | - | -
      1 InvalidStateError, closed | - | - | - | -`;
    expect(wordsOn(script)).toEqual(["close: conforms", "local rollback: illegal-call", "close: conforms"]);
  });

  it("does not change what a call that the first one overtook is called", () => {
    const script = `
      0 remote offer O1
      1 close
      1 resolved, closed | - | - | - | -
      2 close
      2 resolved, closed | - | - | - | -
      0 resolved, closed | - | - | - | -`;
    expect(wordsOn(script)).toEqual([
      "remote offer: divergence settled-after-close-remote-offer-in-stable",
      "close: conforms",
      "close: conforms",
    ]);
  });
});

describe("two calls of close() that are both under way", () => {
  it("are settled each by its own number", () => {
    const script = `
      0 close
      1 close
      1 resolved, closed | - | - | - | -
      0 resolved, stable | - | - | - | -`;
    expect(wordsOn(script)).toEqual(["close: divergence wrong-state-close-in-stable", "close: conforms"]);
  });

  it("and one that never returns is open where the log ends", () => {
    const { oracle } = followed(liveEvents("0 close\n1 close\n1 resolved, closed"));
    expect(finish(oracle)).toMatchObject([
      { index: 0, call: "close", type: null, verdict: "unjudged", observed: { outcome: "unsettled" } },
    ]);
  });
});

describe("createOffer() and createAnswer()", () => {
  it.each([["resolved offer O1"], ["InvalidStateError"]])("overtaken by close() and settled late, %s", (settled) => {
    const script = `
      0 createOffer
      1 close
      1 resolved, closed | - | - | - | -
      0 ${settled}, closed | - | - | - | -`;
    expect(wordsOn(script)).toContainEqual(expect.stringMatching(/settled-after-close-create-offer-in-stable$/));
  });
});

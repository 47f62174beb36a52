// A call made while others are under way has its turn after them, and is judged in the state of its turn, also where it is
// settled before them.
// @see https://w3c.github.io/webrtc-pc/#dfn-chain
import { describe, expect, it } from "vitest";
import { createOracle, follow, type Oracle, type TraceEvent } from "../../src/entries/oracle.ts";
import { verdictsOf } from "./scripts/event-script.ts";
import { liveEvents, wordsOn } from "./scripts/live-script.ts";

const cases: readonly { readonly name: string; readonly script: string; readonly words: readonly string[] }[] = [
  {
    name: "createAnswer() must not be refused for a remote offer that is being applied",
    script: `
      0 remote offer O1
      1 createAnswer
      1 InvalidStateError, stable
      event have-remote-offer
      0 resolved, have-remote-offer | - | - | offer O1 | -`,
    words: ["remote offer: conforms", "createAnswer: divergence refused-create-answer-in-have-remote-offer"],
  },
  {
    name: "createOffer() must be refused once the remote offer before it is applied",
    script: `
      0 remote offer O1
      1 createOffer
      1 resolved offer O2, stable
      event have-remote-offer
      0 resolved, have-remote-offer | - | - | offer O1 | -`,
    words: ["remote offer: conforms", "createOffer: divergence applied-create-offer-in-have-remote-offer"],
  },
  {
    name: "a description that the state of its turn does not allow is rightly refused, whatever held when it was set",
    script: `
      0 remote offer O1
      1 local offer
      1 InvalidStateError, stable
      event have-remote-offer
      0 resolved, have-remote-offer | - | - | offer O1 | -`,
    words: ["remote offer: conforms", "local offer: illegal-call"],
  },
  {
    name: "the third in the chain comes after both",
    script: `
      0 remote offer O1
      1 local rollback
      2 createAnswer
      2 InvalidStateError, stable
      event have-remote-offer
      0 resolved, have-remote-offer | - | - | offer O1 | -
      event stable
      1 resolved, stable | - | - | - | -`,
    words: ["remote offer: conforms", "local rollback: conforms", "createAnswer: illegal-call"],
  },
  {
    name: "where a call before it deviates, the verdict is withdrawn",
    script: `
      0 remote offer O1
      1 local answer
      1 InvalidStateError, stable
      0 InvalidStateError, have-local-offer`,
    words: ["remote offer: divergence refused-remote-offer-in-stable", "local answer: unjudged"],
  },
  {
    name: "after a call that ended otherwise, nothing is known of the turns of those made before that",
    script: `
      0 remote offer O1
      1 remote offer O2
      2 local answer
      0 InvalidStateError, stable
      2 InvalidStateError, stable`,
    words: ["remote offer: unjudged", "local answer: illegal-call"],
  },
];

describe("calls that are settled before those made before them", () => {
  it.each(cases)("$name", ({ script, words }) => {
    expect(wordsOn(script)).toEqual(words);
  });

  it("are judged so in a log, too", () => {
    const script = `
      remote offer O1
      local answer
      local failed Called in wrong state: stable
      state have-remote-offer
      remote ok`;
    expect(verdictsOf(script)).toEqual([
      "remote offer: stable → have-remote-offer: conforms",
      "local answer: have-remote-offer rejected: divergence",
    ]);
  });

  it("are judged so by a JSON copy of the oracle, after each event", () => {
    const script = cases[0]?.script ?? "";
    let [oracle, copied]: [Oracle, Oracle] = [createOracle({ sdp: "opaque" }), createOracle({ sdp: "opaque" })];
    for (const event of liveEvents(script) as TraceEvent[]) {
      const [one, other] = [follow(oracle, event), follow(copied, event)];
      expect(other).toEqual(one);
      oracle = one.oracle;
      copied = JSON.parse(JSON.stringify(other.oracle));
    }
  });
});

// Calls of a live peer connection that overlap: each settlement belongs to the call of its number.
// @see https://w3c.github.io/webrtc-pc/#dfn-chain
import { describe, expect, it } from "vitest";
import { createOracle, finish, follow, type TraceEvent } from "../../src/entries/oracle.ts";
import { followed, liveEvents, wordsOn } from "./scripts/live-script.ts";

const cases: readonly { readonly name: string; readonly script: string; readonly words: readonly string[] }[] = [
  {
    name: "one after the other",
    script: `
      0 local
      event have-local-offer
      0 resolved, have-local-offer | offer O1 | - | - | -
      1 local rollback
      event stable
      1 resolved, stable | - | - | - | -`,
    words: ["local offer: conforms", "local rollback: conforms"],
  },
  {
    name: "waiting for each other: each is judged by the state that the one before it left",
    script: `
      0 local
      1 local rollback
      2 remote offer O2
      event have-local-offer
      0 resolved, have-local-offer | offer O1 | - | - | -
      event stable
      1 resolved, stable | - | - | - | -
      event have-remote-offer
      2 resolved, have-remote-offer | - | - | offer O2 | -`,
    words: ["local offer: conforms", "local rollback: conforms", "remote offer: conforms"],
  },
  {
    name: "what Web IDL refuses is settled before the calls that it came after",
    script: `
      0 local
      1 local nonsense
      2 remote
      1 TypeError, stable | - | - | - | -
      2 TypeError, stable | - | - | - | -
      event have-local-offer
      0 resolved, have-local-offer | offer O1 | - | - | -`,
    words: ["local offer: conforms", "local -: illegal-call", "remote -: illegal-call"],
  },
  {
    name: "of the same method, in any order",
    script: `
      0 remote offer O1
      1 remote nonsense
      2 remote rollback
      3 remote nonsense
      3 TypeError, stable
      1 TypeError, stable
      event have-remote-offer
      0 resolved, have-remote-offer | - | - | offer O1 | -
      event stable
      2 resolved, stable | - | - | - | -`,
    words: ["remote offer: conforms", "remote -: illegal-call", "remote rollback: conforms", "remote -: illegal-call"],
  },
  {
    name: "a refusal takes no events of the call that it overtakes",
    script: `
      0 local
      event have-local-offer
      1 remote nonsense
      0 resolved, have-local-offer | offer O1 | - | - | -
      1 TypeError, have-local-offer | offer O1 | - | - | -`,
    words: ["local offer: conforms", "remote -: illegal-call"],
  },
  {
    name: "createOffer() waits its turn, too",
    script: `
      0 createOffer
      1 remote offer O2
      0 resolved offer O1, stable
      event have-remote-offer
      1 resolved, have-remote-offer | - | - | offer O2 | -
      2 local offer O1
      2 InvalidStateError, have-remote-offer | - | - | offer O2 | -`,
    words: ["remote offer: conforms", "createOffer: conforms", "local offer: illegal-call"],
  },
  {
    name: "a difference in the middle stays where it is",
    script: `
      0 local
      1 remote rollback
      2 remote answer A1
      event have-local-offer
      0 resolved, have-local-offer | offer O1 | - | - | -
      1 InvalidStateError, have-local-offer | offer O1 | - | - | -
      event stable
      2 resolved, stable | - | offer O1 | - | answer A1`,
    words: [
      "local offer: conforms",
      "remote rollback: divergence refused-remote-rollback-in-have-local-offer",
      "remote answer: conforms",
    ],
  },
  {
    name: "two events where one had to be",
    script: `
      0 local
      1 local rollback
      event have-local-offer
      event have-local-offer
      0 resolved, have-local-offer
      event stable
      1 resolved, stable`,
    words: ["local offer: divergence wrong-events-local-offer-without-sdp-in-stable", "local rollback: conforms"],
  },
];

describe("overlapping calls", () => {
  it.each(cases)("$name", ({ script, words }) => {
    expect(wordsOn(script)).toEqual(words);
  });
});

describe("very many calls that wait", () => {
  const many = 500;
  const call = (id: number): TraceEvent => ({ kind: "call", time: id, id, call: "setRemoteDescription" });
  const refused = (id: number): TraceEvent => ({
    kind: "settled",
    time: many,
    id,
    call: "setRemoteDescription",
    outcome: "rejected",
    message: null,
    description: null,
    error: { name: "TypeError" },
    seen: { signalingState: "stable", slots: {}, events: true },
  });
  const numbers = Array.from({ length: many }, (_, index) => index);

  it.each<[string, number[]]>([
    ["oldest first", numbers],
    ["newest first", [...numbers].reverse()],
    ["from the middle", [...numbers].sort((one, other) => Math.abs(one - many / 2) - Math.abs(other - many / 2))],
  ])("are settled by their numbers, %s", (_, order) => {
    let oracle = createOracle();
    for (const id of numbers) oracle = follow(oracle, call(id)).oracle;
    expect(finish(oracle).map(({ index }) => index)).toEqual(numbers);
    const settled = order.map((id) => {
      const followed = follow(oracle, refused(id));
      oracle = followed.oracle;
      return followed.steps.map(({ index, time, verdict }) => `${index} ${time} ${verdict}`).join();
    });
    expect(settled).toEqual(order.map((id) => `${id} ${id} illegal-call`));
    expect(finish(oracle)).toEqual([]);
  });
});

describe("an event that is late", () => {
  const late = `
    0 local
    0 resolved, have-local-offer
    event have-local-offer`;
  const missing = "local offer: divergence wrong-events-local-offer-without-sdp-in-stable";

  it("is missed once, and is not held against the next call", () => {
    const next = `
      1 local rollback
      event stable
      1 resolved, stable`;
    expect(wordsOn(late + next)).toEqual([missing, "local rollback: conforms"]);
  });

  it("nor is it where the next call is under way already", () => {
    const script = `
      0 local
      0 resolved, have-local-offer
      1 local rollback
      event have-local-offer
      event stable
      1 resolved, stable`;
    expect(wordsOn(script)).toEqual([missing, "local rollback: conforms"]);
  });

  it("is owed once only", () => {
    const next = `
      event have-local-offer
      1 local rollback
      event stable
      1 resolved, stable`;
    expect(wordsOn(late + next)).toEqual([
      missing,
      "local rollback: divergence wrong-events-local-rollback-in-have-local-offer",
    ]);
  });

  it("where none comes, the next call's own are not taken for it", () => {
    const script = `
      0 local
      0 resolved, have-local-offer
      1 remote offer O2
      event stable
      event have-remote-offer
      1 resolved, have-remote-offer`;
    expect(wordsOn(script)).toEqual([missing, "remote offer: conforms"]);
  });

  it("of an implicit rollback, the second may be late alone", () => {
    const script = `
      0 local
      event have-local-offer
      0 resolved, have-local-offer
      1 remote offer O2
      event stable
      1 resolved, have-remote-offer
      event have-remote-offer
      2 remote rollback
      event stable
      2 resolved, stable`;
    expect(wordsOn(script)).toEqual([
      "local offer: conforms",
      "remote offer: divergence wrong-events-implicit-rollback",
      "remote rollback: conforms",
    ]);
  });
});

describe("calls that close() overtakes", () => {
  const overtaken = `
    0 local
    1 remote offer O2
    2 createOffer
    3 close
    3 resolved, closed | - | - | - | -`;

  it("are never settled, and that is right", () => {
    expect(wordsOn(overtaken)).toEqual([
      "local -: unsettled conforms",
      "remote offer: unsettled conforms",
      "close: conforms",
    ]);
  });

  it.each([
    ["resolved", "applied"],
    ["InvalidStateError", "rejected"],
  ])("one that is settled late all the same, %s, is told by its own cell", (settled, observed) => {
    const { steps } = followed(liveEvents(`${overtaken}\n1 ${settled}, closed`));
    expect(steps.map(({ verdict }) => verdict)).toEqual(["conforms", "divergence", "conforms"]);
    expect(steps[1]?.differences).toMatchObject([
      {
        code: "settled-after-close-remote-offer-in-stable",
        provision: "remote-offer-in-stable",
        expected: "never settled",
        observed,
        rule: null,
        reference: { section: "#dom-peerconnection-setremotedescription" },
        knownDeviation: null,
      },
    ]);
    expect(steps[1]).toMatchObject({
      index: 1,
      call: "setRemoteDescription",
      type: "offer",
      observed: { outcome: observed },
    });
  });

  it("all of them, in any order", () => {
    expect(wordsOn(`${overtaken}\n1 InvalidStateError, closed\n0 InvalidStateError, closed`)).toEqual([
      "local -: divergence settled-after-close-local-offer-without-sdp-in-stable",
      "remote offer: divergence settled-after-close-remote-offer-in-stable",
      "close: conforms",
    ]);
  });

  it("is a deviation that can be declared", () => {
    const knownDeviations = [{ code: "settled-after-close-remote-offer-in-stable", reason: "rejects what is left" }];
    expect(wordsOn(`${overtaken}\n1 InvalidStateError, closed`, { sdp: "opaque", knownDeviations })).toEqual([
      "local -: unsettled conforms",
      "remote offer: known-deviation settled-after-close-remote-offer-in-stable",
      "close: conforms",
    ]);
  });

  it("new calls are refused meanwhile", () => {
    const refused = "\n4 local\n4 InvalidStateError, closed\n5 remote\n5 TypeError, closed";
    expect(wordsOn(overtaken + refused).slice(3)).toEqual(["local -: illegal-call", "remote -: illegal-call"]);
  });

  it("a call whose event was seen had run its course: settled or not, nothing is wrong", () => {
    const fromHandler = `
      0 local
      event have-local-offer
      1 close
      1 resolved, closed`;
    for (const settled of ["", "\n0 resolved, closed"]) {
      expect(wordsOn(fromHandler + settled)).toEqual(["local -: unsettled conforms", "close: conforms"]);
    }
  });
});

describe("settlements that belong to no call", () => {
  it.each([
    ["of a number that was never called", { id: 7 }],
    ["of the same call again", { id: 0 }],
  ])("%s say nothing", (_, { id }) => {
    const { oracle } = followed(liveEvents("0 local\nevent have-local-offer\n0 resolved, have-local-offer"));
    const [settled] = liveEvents("0 local\n0 resolved, stable").slice(-1);
    if (settled?.kind !== "settled") throw new Error("it is a settlement");
    const after = follow(oracle, { ...settled, id });
    expect(after.steps).toEqual([]);
    expect(after.oracle.session).toBe(oracle.session);
  });

  it("of a close that was never called, neither", () => {
    const [settled] = liveEvents("0 close\n0 resolved, closed").slice(-1);
    if (settled?.kind !== "settled") throw new Error("it is a settlement");
    expect(follow(createOracle(), settled).steps).toEqual([]);
  });
});

describe("where a live log ends", () => {
  it("the calls still open are unsettled and unjudged", () => {
    const { oracle, steps } = followed(
      liveEvents("0 local\n1 remote offer O2\n2 remote nonsense\n2 TypeError, stable"),
    );
    expect(steps.map(({ index }) => index)).toEqual([2]);
    expect(finish(oracle)).toMatchObject([
      { index: 0, call: "setLocalDescription", verdict: "unjudged", observed: { outcome: "unsettled" } },
      { index: 1, call: "setRemoteDescription", type: "offer", verdict: "unjudged" },
    ]);
  });
});

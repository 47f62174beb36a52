// The operations chain as a log shows it: calls that wait, what settles which call, calls never settled.
import { describe, expect, it } from "vitest";
import { eventsOf, stepsOf, verdictsOf } from "./scripts/event-script.ts";

const cases: readonly { readonly name: string; readonly script: string; readonly verdicts: readonly string[] }[] = [
  {
    name: "one call after the other",
    script: `
      local offer
      state have-local-offer
      local ok offer O1
      remote answer A1
      state stable
      remote ok`,
    verdicts: [
      "local offer: stable → have-local-offer: conforms",
      "remote answer: have-local-offer → stable: conforms",
    ],
  },
  {
    name: "a call that waits is judged in the state in which it ran",
    script: `
      local
      remote answer A1
      state have-local-offer
      local ok offer O1
      state stable
      remote ok`,
    verdicts: [
      "local offer: stable → have-local-offer: conforms",
      "remote answer: have-local-offer → stable: conforms",
    ],
  },
  {
    name: "three calls of both sides wait in line",
    script: `
      remote offer O1
      local
      remote offer O2
      state have-remote-offer
      remote ok
      state stable
      local ok answer A1
      state have-remote-offer
      remote ok`,
    verdicts: [
      "remote offer: stable → have-remote-offer: conforms",
      "local answer: have-remote-offer → stable: conforms",
      "remote offer: stable → have-remote-offer: conforms",
    ],
  },
  {
    name: "a settlement belongs to the oldest open call of its method",
    script: `
      remote answer A1
      remote offer O1
      remote failed Called in wrong state: stable
      state have-remote-offer
      remote ok`,
    verdicts: [
      "remote answer: stable rejected: illegal-call answer-in-wrong-state",
      "remote offer: stable → have-remote-offer: conforms",
    ],
  },
  {
    name: "an illegal call that waits takes nothing from the call before it",
    script: `
      remote offer O1
      remote answer A1
      state have-remote-offer
      remote ok
      remote failed Called in wrong state: have-remote-offer`,
    verdicts: [
      "remote offer: stable → have-remote-offer: conforms",
      "remote answer: have-remote-offer rejected: illegal-call answer-in-wrong-state",
    ],
  },
  {
    name: "a call that waits is illegal because of the one before it",
    script: `
      local
      local rollback
      local rollback
      state have-local-offer
      local ok offer O1
      state stable
      local ok
      local failed`,
    verdicts: [
      "local offer: stable → have-local-offer: conforms",
      "local rollback: have-local-offer → stable: conforms",
      "local rollback: stable rejected: illegal-call rollback-in-wrong-state",
    ],
  },
  {
    name: "what Web IDL refuses takes no state of the call that is under way",
    script: `
      local
      remote
      state have-local-offer
      remote failed
      local ok offer O1`,
    verdicts: [
      "local offer: stable → have-local-offer: conforms",
      "remote -: stable rejected: illegal-call description-missing",
    ],
  },
  {
    name: "a call never settled is not judged",
    script: `
      remote offer O1
      state have-remote-offer
      remote ok
      local`,
    verdicts: ["remote offer: stable → have-remote-offer: conforms", "local -: have-remote-offer unsettled: unjudged"],
  },
  {
    name: "every call still open where the log ends is not judged, in the order of the calls",
    script: `
      remote offer O1
      local answer A1
      remote rollback`,
    verdicts: [
      "remote offer: stable unsettled: unjudged",
      "local answer: stable unsettled: unjudged",
      "remote rollback: stable unsettled: unjudged",
    ],
  },
];

describe("the operations chain of a log", () => {
  it.each(cases)("$name", ({ script, verdicts }) => {
    expect(verdictsOf(script)).toEqual(verdicts);
  });

  it("tells how long a call waited for the calls before it, in ms", () => {
    const steps = stepsOf(
      eventsOf(`
        local
        remote answer A1
        state have-local-offer
        local ok offer O1
        state stable
        remote ok`),
    );
    expect(steps.map(({ time, waited }) => ({ time, waited }))).toEqual([
      { time: 0, waited: 0 },
      { time: 100, waited: 200 },
    ]);
  });

  it("a call made after all others were settled has not waited", () => {
    const script = `
      local rollback
      local failed
      local rollback
      local failed`;
    expect(stepsOf(eventsOf(script)).map(({ waited }) => waited)).toEqual([0, 0]);
  });

  it("a call never settled says so, without expectation or reference", () => {
    const [step] = stepsOf(eventsOf("remote offer O1"));
    expect(step).toMatchObject({
      expected: null,
      observed: { outcome: "unsettled", message: null, signalingState: "stable" },
      verdict: "unjudged",
      code: null,
      rule: null,
      reference: null,
    });
    expect(step?.why).toMatch(/log ends/);
  });
});

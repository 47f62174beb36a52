// Which call a state in the log belongs to: before its settlement or after it, or where the log has no states at all.
import { describe, expect, it } from "vitest";
import { follow } from "../../src/oracle/follow.ts";
import { createOracle } from "../../src/oracle/oracle.ts";
import { eventsOf, onlyFinding, opaque, stepsOf, verdictsOf } from "./scripts/event-script.ts";

const offerAnswer = [
  "local offer: stable → have-local-offer: conforms",
  "remote answer: have-local-offer → stable: conforms",
];
const crossing = [
  "local offer: stable → have-local-offer: conforms",
  "remote offer: have-local-offer → have-remote-offer: conforms",
];

const cases: readonly { readonly name: string; readonly script: string; readonly verdicts: readonly string[] }[] = [
  {
    name: "states before the settlements",
    script: `
      local offer
      state have-local-offer
      local ok offer O1
      remote answer A1
      state stable
      remote ok`,
    verdicts: offerAnswer,
  },
  {
    name: "states after the settlements",
    script: `
      local offer
      local ok offer O1
      state have-local-offer
      remote answer A1
      remote ok
      state stable`,
    verdicts: offerAnswer,
  },
  {
    name: "a late state after the next call was made",
    script: `
      local offer
      state have-local-offer
      local ok offer O1
      remote answer A1
      remote ok
      local offer
      state stable
      state have-local-offer
      local ok offer O2`,
    verdicts: [...offerAnswer, "local offer: stable → have-local-offer: conforms"],
  },
  {
    name: "a log without states",
    script: `
      local offer
      local ok offer O1
      remote answer A1
      remote ok`,
    verdicts: offerAnswer,
  },
  {
    name: "implicit rollback passes through stable",
    script: `
      local offer
      state have-local-offer
      local ok offer O1
      remote offer O2
      state stable
      state have-remote-offer
      remote ok`,
    verdicts: crossing,
  },
  {
    name: "implicit rollback in a log that holds only the last state",
    script: `
      local offer
      state have-local-offer
      local ok offer O1
      remote offer O2
      state have-remote-offer
      remote ok`,
    verdicts: crossing,
  },
  {
    name: "implicit rollback whose states are both late",
    script: `
      local offer
      state have-local-offer
      local ok offer O1
      remote offer O2
      remote ok
      state stable
      state have-remote-offer`,
    verdicts: crossing,
  },
  {
    name: "states of two calls that overlap, both before the first settlement",
    script: `
      local offer
      remote answer A1
      state have-local-offer
      state stable
      local ok offer O1
      remote ok`,
    verdicts: offerAnswer,
  },
  {
    name: "an offer set again, which fires no state event",
    script: `
      created offer O1
      local offer O1
      state have-local-offer
      local ok
      local offer O1
      local ok`,
    verdicts: ["local offer: stable → have-local-offer: conforms", "local offer: have-local-offer: conforms"],
  },
  {
    name: "what was created before a late state stays usable",
    script: `
      created offer O1
      local offer O1
      state have-local-offer
      local ok
      remote answer A1
      remote ok
      created offer O2
      state stable
      local offer O2
      state have-local-offer
      local ok`,
    verdicts: [...offerAnswer, "local offer: stable → have-local-offer: conforms"],
  },
];

describe("the states of a log", () => {
  it.each(cases)("$name", ({ script, verdicts }) => {
    expect(verdictsOf(script)).toEqual(verdicts);
  });

  it("a call whose state never comes has diverged", () => {
    const { type, verdict, expected, observed, why } = onlyFinding(`
      local offer
      state have-local-offer
      local ok offer O1
      remote answer A1
      remote ok`);
    expect({ type, verdict }).toEqual({ type: "answer", verdict: "divergence" });
    expect(expected?.signalingState).toBe("stable");
    expect(observed.signalingState).toBe("have-local-offer");
    expect(why).toBe("The call must lead to stable, but the signaling state is have-local-offer.");
  });

  it("a late state revises the step, under its own index", () => {
    let oracle = createOracle(opaque());
    const told: string[] = [];
    for (const event of eventsOf(`
      local offer
      state have-local-offer
      local ok offer O1
      remote answer A1
      remote ok
      state stable`)) {
      const followed = follow(oracle, event);
      oracle = followed.oracle;
      told.push(...followed.steps.map(({ index, verdict }) => `${index} ${verdict}`));
    }
    expect(told).toEqual(["0 conforms", "1 divergence", "1 conforms"]);
    expect(oracle.session.signalingState).toBe("stable");
    expect(oracle.session.currentRemoteDescription?.sdp).toBe("A1");
  });

  it("says of every settled call whether states had been seen, or are assumed", () => {
    const steps = stepsOf(
      eventsOf(`
        local offer
        local failed
        local offer
        state have-local-offer
        local ok offer O1
        remote offer O2`),
    );
    expect(steps.map(({ observed }) => [observed.outcome, observed.stateSeen])).toEqual([
      ["rejected", false],
      ["applied", true],
      ["unsettled", false],
    ]);
  });

  it("a state that no call explains moves the oracle there", () => {
    expect(
      verdictsOf(`
        state have-remote-offer
        local answer
        state stable
        local ok answer A1`),
    ).toEqual(["local answer: have-remote-offer → stable: conforms"]);
  });
});

describe("a log that begins in the middle", () => {
  it("a settlement without its call says nothing, and its state is believed", () => {
    expect(
      verdictsOf(`
        state have-local-offer
        local ok offer O1
        remote answer A1
        state stable
        remote ok`),
    ).toEqual(["remote answer: have-local-offer → stable: conforms"]);
  });

  it("settlements of calls that were never made are no steps", () => {
    expect(
      verdictsOf(`
        local ok
        remote failed
        created offer O1
        local offer O1
        state have-local-offer
        local ok`),
    ).toEqual(["local offer: stable → have-local-offer: conforms"]);
  });
});

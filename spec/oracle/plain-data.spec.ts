// Oracles and judgements are plain data: they survive structuredClone and JSON, and a copy goes on as the original.
import { describe, expect, it } from "vitest";
import { alice, audioOnly, bob } from "../../cases/sdp/given/descriptions.ts";
import { createOracle, type Judged, judge, type Observation, type Oracle } from "../../src/entries/oracle.ts";
import { observationOf } from "./scripts/observed-script.ts";

const named = { O1: audioOnly(alice, "actpass"), A2: audioOnly(bob, "active"), bad: "v=0\r\nnonsense" };
const script = `
  createOffer: resolved offer O1, stable | - | - | - | -
  local offer O1: event have-local-offer, resolved, have-local-offer | offer O1 | - | - | -
  remote offer bad: OperationError, have-local-offer | offer O1 | - | - | -
  remote rollback: event stable, event stable, resolved, stable | - | - | - | -
  local: event have-local-offer, resolved, have-local-offer | offer O1 | - | - | -
  remote answer A2: event stable, resolved, stable | - | - | - | answer A2
  local answer: OperationError, stable
  remote rollback: unsettled, stable
  remote nonsense: resolved, stable
  close: event closed, resolved, have-local-offer
  close: resolved, closed
  createAnswer: InvalidStateError, closed`;
const observations: readonly Observation[] = script
  .trim()
  .split("\n")
  .map((line) => observationOf(line, named));
const knownDeviations = [{ code: "wrong-error-sdp-syntax-error", reason: "known" }];

function judgeAll(copy: (oracle: Oracle) => Oracle): Judged[] {
  let oracle = createOracle({ knownDeviations });
  return observations.map((observation) => {
    const judged = judge(copy(oracle), observation);
    oracle = judged.oracle;
    return judged;
  });
}

const judged = judgeAll((oracle) => oracle);

describe("oracles and what they say", () => {
  it("say something of every kind here", () => {
    const kinds = new Set(judged.flatMap(({ differences }) => differences.map(({ kind }) => kind)));
    expect([...kinds].sort()).toEqual(
      ["applied", "unsettled", "wrong-error", "wrong-events", "wrong-slot", "wrong-state"].sort(),
    );
  });

  it("survive JSON and structuredClone", () => {
    for (const value of judged) {
      expect(structuredClone(value)).toEqual(value);
      expect(JSON.parse(JSON.stringify(value))).toEqual(value);
    }
  });

  it.each<[string, (oracle: Oracle) => Oracle]>([
    ["a JSON copy", (oracle) => JSON.parse(JSON.stringify(oracle))],
    ["a structured clone", (oracle) => structuredClone(oracle)],
    ["the same oracle, asked twice", (oracle) => oracle],
  ])("%s judges the same", (_, copy) => {
    expect(judgeAll(copy)).toEqual(judged);
  });

  it("hold no class instance, function or cycle", () => {
    const seen = new Set<object>();
    const look = (value: unknown) => {
      expect(typeof value).not.toBe("function");
      if (typeof value !== "object" || value === null || seen.has(value)) return;
      seen.add(value);
      expect([Object.prototype, Array.prototype]).toContain(Object.getPrototypeOf(value));
      Object.values(value).forEach(look);
    };
    judged.forEach(look);
  });

  it("are frozen: what judge gives, the oracle, the step, its differences, each difference", () => {
    for (const value of judged) {
      const { oracle, step, differences } = value;
      for (const part of [value, oracle, oracle.session, step, differences, ...differences]) {
        expect(Object.isFrozen(part)).toBe(true);
      }
      for (const { reference } of differences) expect(Object.isFrozen(reference)).toBe(true);
    }
    expect(Object.isFrozen(createOracle())).toBe(true);
  });

  it("of the observation nothing is changed", () => {
    const frozen = observations.map((observation) => deepFrozen(structuredClone(observation)));
    let oracle = createOracle({ knownDeviations });
    for (const observation of frozen) oracle = judge(oracle, observation).oracle;
    expect(frozen).toEqual(observations);
  });
});

function deepFrozen<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(deepFrozen);
  return value;
}

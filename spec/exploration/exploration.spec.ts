// The exploration of the model, small: what holds, what has to be seen, and what has to fail. `npm run explore` does more.
import { describe, expect, it } from "vitest";
import { checkSdp } from "../../src/entries/sdp.ts";
import { perfectNegotiation } from "../../src/exploration/negotiators/perfect-negotiation.ts";
import { sights } from "../../src/exploration/properties/violation.ts";
import { audio, closes, createsDataChannel, restartsIce, stops } from "../../src/exploration/scenarios/acts.ts";
import { failing } from "../../src/exploration/scenarios/failing.ts";
import { addingTransceivers, holding, walked } from "../../src/exploration/scenarios/holding.ts";
import { exploreBreadthFirst } from "../../src/exploration/search/breadth-first.ts";
import type { Exploration } from "../../src/exploration/search/exploration.ts";
import { firstWorld } from "../../src/exploration/search/first-world.ts";
import { exploreRandomly } from "../../src/exploration/search/random-walks.ts";
import { takeChoice } from "../../src/exploration/take-choice.ts";
import { traceOf, writeTrace } from "../../src/exploration/trace.ts";
import type { Act, Scenario } from "../../src/exploration/world.ts";

const bounds = { states: 20_000 };

function scenario(a: readonly Act[], b: readonly Act[], more: Partial<Scenario> = {}): Scenario {
  const negotiators = { a: perfectNegotiation, b: perfectNegotiation };
  return { name: "", negotiators, acts: { a, b }, ...more };
}

// A violation with its trace, so that a failure says what happened.
function violationOf(explored: Scenario, { found }: Exploration): string | null {
  if (found === null) return null;
  return `${found.violation.message}\n${writeTrace(traceOf(explored, found.choices))}`;
}

describe("exploration: today's text with today's perfect negotiation", () => {
  const seen = new Set<string>();

  it.each<readonly [string, Scenario]>([
    ["1 + 1 transceivers", addingTransceivers(1, 1)],
    ["2 + 1 transceivers", addingTransceivers(2, 1)],
    ["ICE restarts", scenario([audio, restartsIce], [audio])],
    ["stopping", scenario([audio, stops()], [audio])],
    ["closing", scenario([audio, closes], [audio])],
    ["data channels", scenario([createsDataChannel], [audio])],
    ...holding.filter(({ failures }) => failures !== undefined).map((one) => [one.name, one] as const),
  ])("%s: every schedule, without a violation", (_, explored) => {
    const result = exploreBreadthFirst(explored, bounds);
    expect(violationOf(explored, result)).toBe(null);
    expect(result.exhaustive).toBe(true);
    for (const sight of result.seen) seen.add(sight);
  });

  it("everything that has to be seen was", () => {
    expect(sights.filter((sight) => !seen.has(sight))).toEqual([]);
  });

  it("also where the SDP is judged, which the library itself accepts without findings", () => {
    const explored = scenario([audio], [audio, createsDataChannel], { options: { sdp: "validate" } });
    const result = exploreBreadthFirst(explored, bounds);
    expect(violationOf(explored, result)).toBe(null);
    let world = firstWorld(explored);
    for (const kind of ["act", "agenda", "agenda", "agenda"] as const) {
      world = takeChoice(world, { peer: "a", kind, item: 0 }, explored).world;
    }
    const { pendingLocalDescription } = world.peers.a.connection.session;
    const findings = checkSdp(pendingLocalDescription?.sdp ?? "", { type: "offer", side: "local" });
    expect(findings.filter(({ severity }) => severity !== "note")).toEqual([]);
  });

  it.each(walked.map((one) => [one.name, one] as const))("%s, at random", (_, explored) => {
    const result = exploreRandomly(explored, { walks: 10, steps: 300, seed: 1 });
    expect(violationOf(explored, result)).toBe(null);
    expect(result.ends).toBe(10);
    expect(exploreRandomly(explored, { walks: 10, steps: 300, seed: 1 })).toEqual(result);
  });
});

describe("exploration: what has to fail", () => {
  // How many steps the shortest trace has.
  const shortest = [16, 16, 28, 28, 30, 43, 10, 2, 19, 18, 10, 10, 9];

  it.each(failing.map((one, index) => [one.name, one, shortest[index]] as const))("%s", (_, explored, steps) => {
    const { found } = exploreBreadthFirst(explored, bounds);
    expect(found?.violation.property).toBe(explored.property);
    expect(found?.choices.length).toBe(steps);
    // The trace leads there by itself, whatever the search remembers.
    const trace = traceOf(explored, found?.choices ?? []);
    expect(trace).toHaveLength(steps ?? 0);
    expect(writeTrace(trace).split("\n")).toHaveLength(steps ?? 0);
  });

  it("each without what is wrong with it does not", () => {
    const mended = failing.map(({ property: _, ...one }): Scenario => {
      const negotiators = { a: perfectNegotiation, b: perfectNegotiation };
      const revision = one.receptive ? "with #3081" : "today";
      return { ...one, negotiators, options: { revision } };
    });
    const small = mended.filter(({ acts, candidates }) => acts.a.length + acts.b.length < 3 && !candidates);
    for (const one of small) expect(violationOf(one, exploreBreadthFirst(one, bounds))).toBe(null);
    expect(small.length).toBeGreaterThan(7);
  });

  it("a bound on the states ends the search, which is then not exhaustive", () => {
    const { states, exhaustive, found } = exploreBreadthFirst(addingTransceivers(1, 1), { states: 100 });
    expect({ states, exhaustive, found }).toEqual({ states: 100, exhaustive: false, found: null });
  });
});

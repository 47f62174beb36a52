// Declared deviations are counted apart: a suite starts green and ratchets.
import { describe, expect, it } from "vitest";
import { createOracle, type KnownDeviation } from "../../src/entries/oracle.ts";
import { codesOf, judgedScript, lastOf } from "./scripts/observed-script.ts";

const wrtc: KnownDeviation = { code: "refused-implicit-rollback", reason: "wrtc issue 1" };
const silent: KnownDeviation = { code: "wrong-events-remote-offer-in-stable", reason: "no events yet" };

function oracleKnowing(...knownDeviations: readonly KnownDeviation[]) {
  return createOracle({ sdp: "opaque", knownDeviations });
}

const glare = `
  local offer: event have-local-offer, resolved, have-local-offer | offer O1 | - | - | -
  remote offer O2: InvalidStateError, have-local-offer | offer O1 | - | - | -`;

describe("a known deviation", () => {
  it("conforms, and is told with its reason", () => {
    const { conforms, step, differences } = lastOf(glare, oracleKnowing(wrtc));
    expect(conforms).toBe(true);
    expect(differences).toMatchObject([{ code: wrtc.code, knownDeviation: wrtc.reason }]);
    expect(step).toMatchObject({ verdict: "known-deviation", differences, expected: { outcome: "applied" } });
    expect(step.reference?.url).toContain("setremotedescription");
  });

  it("is one by its whole code only", () => {
    for (const code of ["refused", "refused-implicit", "implicit-rollback", "refused-implicit-rollback-"]) {
      const { conforms, differences } = lastOf(glare, oracleKnowing({ code, reason: "another" }));
      expect(conforms).toBe(false);
      expect(differences).toMatchObject([{ knownDeviation: null }]);
    }
  });

  it("judging goes on after it as after any other", () => {
    const next = "\n remote answer A1: event stable, resolved, stable | - | offer O1 | - | answer A1";
    expect(codesOf(glare + next, oracleKnowing(wrtc))).toEqual(["", wrtc.code, ""]);
    const wrong = "\n remote answer A1: event stable, resolved, stable | offer O1 | - | - | answer A1";
    expect(judgedScript(glare + wrong, oracleKnowing(wrtc)).map(({ conforms }) => conforms)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it("of two differences in one call both have to be known", () => {
    const line = "remote offer O1: resolved, have-remote-offer | - | - | - | -";
    const slot: KnownDeviation = { code: "wrong-slot-remote-offer-in-stable", reason: "no slots yet" };
    for (const [known, verdict] of [
      [[silent], "divergence"],
      [[slot], "divergence"],
      [[slot, silent], "known-deviation"],
    ] as const) {
      const { step, conforms, differences } = lastOf(line, oracleKnowing(...known));
      expect(step.verdict).toBe(verdict);
      expect(conforms).toBe(verdict === "known-deviation");
      expect(differences.filter(({ knownDeviation }) => knownDeviation !== null)).toHaveLength(known.length);
    }
  });

  it("a right call conforms, whatever is declared", () => {
    const { conforms, step } = lastOf(
      "remote offer O1: event have-remote-offer, resolved, have-remote-offer | - | - | offer O1 | -",
      oracleKnowing(silent, wrtc),
    );
    expect({ conforms, verdict: step.verdict }).toEqual({ conforms: true, verdict: "conforms" });
  });

  it("the declarations are copied and frozen", () => {
    const declared = [{ ...wrtc }];
    const oracle = createOracle({ knownDeviations: declared });
    declared.pop();
    expect(oracle.knownDeviations).toEqual([wrtc]);
    expect(Object.isFrozen(oracle.knownDeviations)).toBe(true);
    expect(Object.isFrozen(oracle.knownDeviations[0])).toBe(true);
    expect(createOracle().knownDeviations).toEqual([]);
  });

  it("of what a declaration holds besides, nothing is kept", () => {
    const oracle = createOracle({ knownDeviations: [{ ...wrtc, since: "2026" } as KnownDeviation] });
    expect(oracle.knownDeviations).toEqual([wrtc]);
  });
});

import { describe, expect, it } from "vitest";
import { refusedByRule, warningCases } from "../../cases/sdp/index.ts";
import { sdpRules } from "../../src/entries/sdp.ts";

const range = (letter: string, count: number): string[] => Array.from({ length: count }, (_, i) => `${letter}${i + 1}`);
const errorIds = [...range("S", 7), ...range("D", 16), ...range("A", 13), ...range("R", 9)];
const warningIds = [...range("W", 20), "W40"];

const refusals = refusedByRule();
const warnings = new Set(warningCases.map((row) => row.rule));
/** The bound on the length is produced in robustness.spec.ts. */
const elsewhere = new Set(["L1"]);

describe("traceability", () => {
  it("the rules are those of the rule document", () => {
    const ids = sdpRules.map((rule) => rule.id).filter((id) => !elsewhere.has(id));
    expect([...ids].sort()).toEqual([...errorIds, ...warningIds].sort());
    expect(new Set(sdpRules.map((rule) => rule.id)).size).toBe(sdpRules.length);
  });

  it.each(sdpRules.map((rule) => [rule.id, rule] as const))("%s has a summary and a reference", (_, rule) => {
    expect(rule.summary).toMatch(/\S/);
    expect(rule.reference.spec).toMatch(/\S/);
    expect(rule.reference.section).toMatch(/\S/);
    expect(rule.reference.url).toMatch(/^https:\/\/\S+$/);
  });

  it.each(sdpRules.map((rule) => [rule.id, rule] as const))("%s is produced by a test", (id, rule) => {
    if (elsewhere.has(id)) return;
    expect(rule.severity).toBe(id.startsWith("W") ? "warning" : "error");
    if (rule.severity === "warning") expect(warnings).toContain(id);
    else expect(refusals.get(id) ?? 0).toBeGreaterThan(0);
  });

  it("no table row names a rule that does not exist", () => {
    const known = new Set(sdpRules.map((rule) => rule.id));
    for (const id of [...refusals.keys(), ...warnings]) expect(known).toContain(id);
  });

  it("at least 150 hand-made descriptions are refused", () => {
    expect([...refusals.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(150);
  });
});

import { describe, expect, it } from "vitest";
import { refusedByRule, warningCases } from "../../cases/sdp/index.ts";
import { sdpRules } from "../../src/entries/sdp.ts";

const range = (letter: string, count: number): string[] => Array.from({ length: count }, (_, i) => `${letter}${i + 1}`);
/** W5 became D29: an id is not given twice. */
const expectedIds = [
  ...range("S", 7),
  ...range("D", 30),
  ...range("A", 29),
  ...range("R", 10),
  ...range("W", 31).filter((id) => id !== "W5"),
];
/** What browsers themselves do. */
const notes = ["A19", "D24", "W1", "W9"];
/** Musts that what is deployed lives without. */
const brokenMusts = [
  ...["D2", "D4", "D17", "D18", "D20", "D21", "D22", "D25"],
  ...["A17", "A20", "A21", "A22", "A23", "A24", "A25", "A26", "A27", "A28"],
];

const refusals = refusedByRule();
const warnings = new Set(warningCases.map((row) => row.rule));
/** The bound on the length is produced in robustness.spec.ts. */
const elsewhere = new Set(["L1"]);

describe("traceability", () => {
  it("the rules are those of the rule document", () => {
    const ids = sdpRules.map((rule) => rule.id).filter((id) => !elsewhere.has(id));
    expect([...ids].sort()).toEqual([...expectedIds].sort());
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
    const isWarning = id.startsWith("W") || brokenMusts.includes(id);
    expect(rule.severity).toBe(notes.includes(id) ? "note" : isWarning ? "warning" : "error");
    if (rule.severity === "error") expect(refusals.get(id) ?? 0).toBeGreaterThan(0);
    else expect(warnings).toContain(id);
  });

  it("no table row names a rule that does not exist", () => {
    const known = new Set(sdpRules.map((rule) => rule.id));
    for (const id of [...refusals.keys(), ...warnings]) expect(known).toContain(id);
  });

  it("at least 150 hand-made descriptions are refused", () => {
    expect([...refusals.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(150);
  });
});

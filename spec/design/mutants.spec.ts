// The mutation check edits source texts: each mutant must find what it edits, and none may be missing.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cells } from "../../cases/transition-tables.ts";
import { families } from "../../scripts/mutation/mutants.ts";
import { sdpRules } from "../../src/entries/sdp.ts";

const root = new URL("../../", import.meta.url);

function namesIn(family: string): readonly string[] {
  return (families.find(({ name }) => name === family)?.mutants() ?? []).map(({ name }) => name);
}

describe("design, the mutation check", () => {
  it.each(families)("$name: every mutant is an edit, and no two are the same", ({ mutants }) => {
    const edited = mutants().map(({ name, file, edit }) => {
      const source = readFileSync(new URL(file, root), "utf8");
      const mutated = edit(source);
      expect(mutated, name).not.toBe(source);
      return mutated;
    });
    expect(edited).not.toEqual([]);
    expect(new Set(edited).size).toBe(edited.length);
  });

  it("leads every edge of RFC 9429's figure to each other state but closed", () => {
    const names = namesIn("targets of the cells");
    expect(names).toHaveLength(20 * 4);
    for (const { state, side, type, next } of cells.rfc9429.filter(({ next }) => next !== null)) {
      const wrong = names.filter((name) => name.startsWith(`${state}, ${side} ${type} → `));
      expect(wrong).toHaveLength(4);
      expect(wrong.filter((name) => name.includes(`"${next}"`) || name.includes('"closed"'))).toEqual([]);
    }
  });

  it("switches every rule on SDP off", () => {
    const names = families.filter(({ name }) => name.includes("SDP")).flatMap(({ mutants }) => mutants());
    const ids = names.flatMap(({ name }) => /^(\w+) switched off /.exec(name)?.[1] ?? []);
    expect(ids.sort()).toEqual(sdpRules.map(({ id }) => id).sort());
  });

  it("changes the legality of every cell", () => {
    const names = namesIn("legality of the cells");
    for (const { state, side, type } of cells.rfc9429) {
      const changed = names.filter((name) => name.startsWith(`${state}, ${side} ${type} → `));
      expect(changed.length, `${state}, ${side} ${type}`).toBeGreaterThan(0);
    }
  });
});

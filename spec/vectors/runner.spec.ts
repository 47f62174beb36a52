import { describe, expect, it } from "vitest";
import { expanded } from "./running/expanded.ts";
import { expectations, mutated } from "./running/mutation.ts";
import { failureOf, failuresIn } from "./running/runner.ts";
import { type VectorCase, vectorNames, vectorsIn } from "./running/vectors.ts";

describe.each(vectorNames)("vectors/%s, run against the public functions", (name) => {
  const file = vectorsIn(name);

  it("every case holds", () => expect(failuresIn(file)).toEqual([]));

  // A runner that looks at nothing would pass too: each expectation of each case, changed, must make that case fail.
  it("every expectation is looked at", () => {
    // Of the longest files not every one of each case, beginning with another one in every case.
    const every = name === "connection.json" ? 40 : name === "sequences.json" ? 4 : 1;
    for (const [turn, compact] of file.cases.entries()) {
      // Written out once: thousands of changed copies are run.
      const vector = expanded(compact, file.sdp ?? {}) as VectorCase;
      const paths = expectations(vector);
      expect(paths.length, vector.id).toBeGreaterThan(0);
      for (const path of paths.filter((_, index) => index % every === turn % every)) {
        expect(failureOf(mutated(vector, path), file), `${vector.id}: ${path.join(".")}`).not.toBeNull();
      }
    }
  });

  it("every reference is looked at", () => {
    for (const name of Object.keys(file.references)) {
      const cases = file.cases.filter((vector) => JSON.stringify(vector).includes(`"reference":"${name}"`));
      const references = { ...file.references, [name]: { spec: "another" } };
      expect(cases.length, name).toBeGreaterThan(0);
      expect(failuresIn({ ...file, references, cases }).length, name).toBe(cases.length);
    }
  });
});

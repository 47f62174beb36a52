// What of compared SDP is folded: lines far from every change.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineRuns } from "../../src/report/sdp/line-runs.ts";
import type { ChangedLine } from "../../src/report/sdp/section-changes.ts";

const linesOf = (marks: string): ChangedLine[] =>
  [...marks].map((mark, index) => ({ change: mark === "=" ? "same" : "added", text: String(index) }));

/** Runs as their lines' marks; folded ones in parentheses. */
const runsOf = (marks: string) =>
  lineRuns(linesOf(marks)).map(({ isFolded, lines }) => {
    const text = lines.map(({ change }) => (change === "same" ? "=" : "+")).join("");
    return isFolded ? `(${text})` : text;
  });

describe("what is folded", () => {
  it.each([
    ["", []],
    ["==========", ["=========="]],
    ["=====+", ["=====+"]],
    ["======+", ["(===)", "===+"]],
    ["+======", ["+===", "(===)"]],
    ["+========+", ["+========+"]],
    ["+=========+", ["+===", "(===)", "===+"]],
    ["+++", ["+++"]],
  ])("%s", (marks, expected) => {
    expect(runsOf(marks)).toEqual(expected);
  });

  it("never a change, and no line is lost", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("=", "=", "=", "+"), maxLength: 60 }), (marks) => {
        const lines = linesOf(marks);
        const runs = lineRuns(lines);
        expect(runs.flatMap((run) => run.lines)).toEqual(lines);
        const folded = runs.filter(({ isFolded }) => isFolded).flatMap((run) => run.lines);
        expect(folded.every(({ change }) => change === "same")).toBe(true);
      }),
      { seed: 1 },
    );
  });
});

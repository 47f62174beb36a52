// That the counting sees what it is for: each of these does the square of what it should.
import { describe, expect, it } from "vitest";
import { type Work, workOf } from "./work.ts";

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
const keys = (count: number): string[] => numbers(count).map((index) => `${index}`.padStart(4, "0"));

const squares: readonly [what: string, measure: keyof Work, call: (count: number) => unknown][] = [
  ["includes in a loop", "steps", (count) => numbers(count).filter((index) => numbers(count).includes(index))],
  [
    "find in a loop",
    "steps",
    (count) => numbers(count).map((index) => numbers(count).find((other) => other === index)),
  ],
  [
    "a loop in a loop",
    "steps",
    (count) => {
      for (const _ of numbers(count)) for (const __ of numbers(count));
    },
  ],
  ["a set made again", "steps", (count) => keys(count).filter((key) => new Set(keys(count)).has(key))],
  ["a copy in a loop", "steps", (count) => numbers(count).map((_, index, all) => all.slice(0, index))],
  ["a spread in a loop", "steps", (count) => numbers(count).map((_, __, all) => [...all])],
  ["a join in a loop", "characters", (count) => keys(count).map(() => keys(count).join(" "))],
  [
    "a long key in a loop",
    "characters",
    (count) => numbers(count).map((index) => new Set().add("x".repeat(count) + index)),
  ],
  ["a long text searched in a loop", "characters", (count) => numbers(count).map(() => "x".repeat(count).indexOf("y"))],
  ["a long text split in a loop", "characters", (count) => numbers(count).map(() => "x".repeat(count).split(" "))],
  ["a pattern in a loop", "characters", (count) => numbers(count).map(() => /^y/m.test("x".repeat(count)))],
];
const lines: readonly [what: string, call: (count: number) => unknown][] = [
  [
    "a loop",
    (count) => {
      for (const _ of numbers(count));
    },
  ],
  [
    "look-ups",
    (count) => {
      const known = new Set(keys(count));
      return keys(count).filter((key) => known.has(key));
    },
  ],
  ["a join", (count) => keys(count).join(" ")],
];
const ratio = (measure: keyof Work, call: (count: number) => unknown): number =>
  workOf(() => call(400))[measure] / workOf(() => call(100))[measure];

describe("the counting", () => {
  it.each(squares)("sees %s", (_, measure, call) => expect(ratio(measure, call)).toBeGreaterThan(8));
  it.each(lines)("lets %s be", (_, call) => {
    expect(ratio("steps", call)).toBeLessThan(5);
    expect(ratio("characters", (count) => [call(count), "x".repeat(count)])).toBeLessThan(5);
  });
  it("gives the same twice, and leaves the language as it was", () => {
    const before = [Array.prototype.map, Map.prototype.get, RegExp.prototype.exec];
    const call = () => keys(50).join().split(",");
    expect(workOf(call)).toEqual(workOf(call));
    expect(() =>
      workOf(() => {
        throw new Error("stop");
      }),
    ).toThrow("stop");
    expect([Array.prototype.map, Map.prototype.get, RegExp.prototype.exec]).toEqual(before);
  });
});

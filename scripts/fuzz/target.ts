import type fc from "fast-check";

/** An entry that is fuzzed. */
export interface Target {
  readonly name: string;
  /** What it is fed with: plain data, so that a case can be written down. */
  readonly input: fc.Arbitrary<unknown>;
  /** Feeds it, and gives how many texts or values it was fed with. @throws Defect for what must not happen */
  run(input: unknown): number;
  /** What came up, a line or two. */
  lines?(): readonly string[];
}

/** A target whose input has a type. */
export function target<Input>(name: string, input: fc.Arbitrary<Input>, run: (input: Input) => number): Target {
  return { name, input, run: (given) => run(given as Input) };
}

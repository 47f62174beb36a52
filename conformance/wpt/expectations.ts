import { readFileSync } from "node:fs";
import type { FileOutcome, Subtest } from "./outcome.ts";

/** Why a failure is expected. */
export const verdicts = [
  "ours",
  "test is older than the specification",
  "test contradicts the specification",
  "out of scope",
] as const;
export type Verdict = (typeof verdicts)[number];

/** Subtests of one file that fail for one reason. */
export interface Expectation {
  /** The test file, by its path below `webrtc/`. */
  readonly file: string;
  readonly subtests: readonly string[];
  /** The clause of the specification that decides, as a URL. */
  readonly clause: string;
  readonly verdict: Verdict;
  readonly reason: string;
  /** The checkout that the expectation is for, by its name in checkouts.json; missing where it is for all that have the file. */
  readonly checkout?: string;
}

/** Reads expectations. @throws Error that says which one lacks what */
export function readExpectations(path: string | URL): readonly Expectation[] {
  const { failures } = JSON.parse(readFileSync(path, "utf8")) as { failures: readonly Expectation[] };
  for (const expectation of failures) {
    const complaint = complaintAbout(expectation);
    if (complaint !== null) throw new Error(`${path}: an expectation for ${expectation.file} ${complaint}`);
  }
  return failures;
}

function complaintAbout({ subtests, clause, verdict, reason }: Expectation): string | null {
  if (!Array.isArray(subtests) || subtests.length === 0) return "names no subtest";
  if (!URL.canParse(clause)) return "names no clause: a URL was expected";
  if (!verdicts.includes(verdict)) return `has the verdict ${verdict}: expected ${verdicts.join(", ")}`;
  if (typeof reason !== "string" || reason.trim() === "") return "gives no reason";
  return null;
}

/** How an outcome compares with the expectations. */
export interface Comparison {
  readonly unexpectedFailures: readonly Judged[];
  readonly unexpectedPasses: readonly Judged[];
  /** Expectations whose subtest was not reported. */
  readonly missing: readonly Pick<Judged, "file" | "subtest">[];
  readonly expectedFailures: readonly (Judged & { readonly expectation: Expectation })[];
}

/** A subtest of a file, with the end of that file. */
export interface Judged {
  readonly file: string;
  readonly subtest: string;
  readonly message: string;
}

/** Compares what came of test files with what is expected of those files. */
export function compare(outcomes: readonly FileOutcome[], expectations: readonly Expectation[]): Comparison {
  const comparisons = outcomes.map((outcome) =>
    compareFile(
      outcome,
      expectations.filter(({ file }) => file === outcome.file),
    ),
  );
  return {
    unexpectedFailures: comparisons.flatMap((one) => one.unexpectedFailures),
    unexpectedPasses: comparisons.flatMap((one) => one.unexpectedPasses),
    missing: comparisons.flatMap((one) => one.missing),
    expectedFailures: comparisons.flatMap((one) => one.expectedFailures),
  };
}

function compareFile({ file, ...outcome }: FileOutcome, expectations: readonly Expectation[]): Comparison {
  const expected = new Map(expectations.flatMap((one) => one.subtests.map((name) => [name, one] as const)));
  const judged = ({ name, message, status }: Subtest): Judged => ({ file, subtest: name, message: message || status });
  const failures = subtestsOf({ file, ...outcome }).filter((subtest) => !passed(subtest));
  const passes = subtestsOf({ file, ...outcome }).filter(passed);
  const reported = new Set(outcome.subtests.map(({ name }) => name).concat(failures.map(({ name }) => name)));
  return {
    unexpectedFailures: failures.filter(({ name }) => !expected.has(name)).map(judged),
    unexpectedPasses: passes.filter(({ name }) => expected.has(name)).map(judged),
    missing: [...expected.keys()].filter((name) => !reported.has(name)).map((subtest) => ({ file, subtest })),
    expectedFailures: failures.flatMap((subtest) => {
      const expectation = expected.get(subtest.name);
      return expectation === undefined ? [] : [{ ...judged(subtest), expectation }];
    }),
  };
}

export function passed({ status }: Subtest): boolean {
  return status === "pass";
}

/** What stands for the file as a whole among its subtests, where the file did not end as it should. */
export const wholeFile = "(the whole file)";

/**
 * The subtests of a file. A file that hung or crashed adds one that failed, since it is unknown what is missing; so does a file
 * that ended in an error or a timeout that no subtest shows.
 */
export function subtestsOf({ end, message, subtests }: FileOutcome): readonly Subtest[] {
  const shown = end === "ok" || ((end === "error" || end === "timeout") && !subtests.every(passed));
  return shown ? subtests : [...subtests, { name: wholeFile, status: "fail", message: `${end}: ${message}` }];
}

/** How many subtests and expectations are not as they should be. */
export function unexpectedIn({ unexpectedFailures, unexpectedPasses, missing }: Comparison): number {
  return unexpectedFailures.length + unexpectedPasses.length + missing.length;
}

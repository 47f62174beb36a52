/** What became of one subtest. `notrun` and `timeout` are failures too, and `optional` is what the test calls an unsupported optional feature. */
export type Status = "pass" | "fail" | "timeout" | "notrun" | "optional";

/** A subtest and its outcome. */
export interface Subtest {
  readonly name: string;
  readonly status: Status;
  /** Why it failed; empty where it passed. */
  readonly message: string;
}

/** What a test file came to. */
export interface FileOutcome {
  readonly file: string;
  /** `ok` where testharness.js completed; else what happened to the file as a whole. */
  readonly end: "ok" | "error" | "timeout" | "hang" | "crash";
  /** The reason where the end is not `ok`. */
  readonly message: string;
  /** What was reported before the end. */
  readonly subtests: readonly Subtest[];
}

// As testharness.js numbers them.
const statuses: readonly Status[] = ["pass", "fail", "timeout", "notrun", "optional"];
const ends: readonly FileOutcome["end"][] = ["ok", "error", "timeout", "error"];

/** A result as testharness.js reports it. */
export interface HarnessResult {
  readonly name: string;
  readonly status: number;
  readonly message: string | null;
}

/** What testharness.js reports when a file completes; `harness` is null where it did not. */
export interface HarnessReport {
  readonly tests: readonly HarnessResult[];
  readonly harness: { readonly status: number; readonly message: string | null } | null;
}

export function subtestFrom({ name, status, message }: HarnessResult): Subtest {
  return { name, status: statuses[status] ?? "fail", message: status === 0 ? "" : (message ?? "") };
}

/** The outcome of a file that testharness.js completed. */
export function outcomeFrom(
  file: string,
  tests: readonly HarnessResult[],
  harness: NonNullable<HarnessReport["harness"]>,
): FileOutcome {
  const end = ends[harness.status] ?? "error";
  return { file, end, message: end === "ok" ? "" : (harness.message ?? ""), subtests: tests.map(subtestFrom) };
}

/** What a run of test files came to. */
export interface Ran {
  /** What the tests ran on, with its version. */
  readonly title: string;
  readonly outcomes: readonly FileOutcome[];
}

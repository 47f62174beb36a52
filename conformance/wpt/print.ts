import { type Comparison, type Expectation, passed, subtestsOf, unexpectedIn, verdicts } from "./expectations.ts";
import type { FileOutcome } from "./outcome.ts";
import { type Total, totalsOf } from "./totals.ts";

/** One line for a file, and one for each of its subtests where `verbose`. */
export function linesOf(outcome: FileOutcome, verbose: boolean): string {
  const { file, end, message, subtests } = outcome;
  const good = subtests.filter(passed).length;
  const ending = end === "ok" ? "" : `  ${end}: ${message}`;
  const head = `${String(good).padStart(4)} of ${String(subtests.length).padEnd(4)} ${file}${ending}`;
  if (!verbose) return head;
  const details = subtests.map(
    ({ name, status, message: why }) => `  ${status.padEnd(7)} ${name}${why && `\n            ${why}`}`,
  );
  return [head, ...details].join("\n");
}

export function totalLines(outcomes: readonly FileOutcome[], expectations: readonly Expectation[]): string {
  return totalsOf(outcomes, expectations).map(totalLine).join("\n");
}

function totalLine({ group, files, subtests, passed, inScope }: Total): string {
  const share = inScope === 0 ? "" : `, ${((100 * passed) / inScope).toFixed(1)} %`;
  return `${group}: ${passed} of ${inScope} in scope${share} (${files} files, ${subtests} subtests)`;
}

/** What differs from the expectations, one line each. */
export function comparisonLines({
  unexpectedFailures,
  unexpectedPasses,
  missing,
  expectedFailures,
}: Comparison): string {
  const expected = verdicts.map((verdict) => ({
    verdict,
    failures: expectedFailures.filter(({ expectation }) => expectation.verdict === verdict).length,
  }));
  return [
    ...unexpectedFailures.map(({ file, subtest, message }) => `unexpected failure: ${file}: ${subtest}: ${message}`),
    ...unexpectedPasses.map(({ file, subtest }) => `unexpected pass: ${file}: ${subtest}`),
    ...missing.map(({ file, subtest }) => `expectation without a subtest: ${file}: ${subtest}`),
    ...expected
      .filter(({ failures }) => failures > 0)
      .map((one) => `expected failures, ${one.verdict}: ${one.failures}`),
  ].join("\n");
}

/** Expectations for the failures that have none, to be completed by hand. */
export function proposal({ unexpectedFailures }: Comparison): string {
  const files = [...new Set(unexpectedFailures.map(({ file }) => file))];
  const failures = files.map((file) => {
    const judged = unexpectedFailures.filter((one) => one.file === file);
    const reason = judged.map(({ message }) => message).join(" / ");
    return { file, subtests: judged.map(({ subtest }) => subtest), clause: "", verdict: "", reason };
  });
  return JSON.stringify({ failures }, null, 2);
}

/** The closing line. Without expectations every failure counts; with them, whatever is not as expected. */
export function closingLine(outcomes: readonly FileOutcome[], comparison: Comparison | null): string {
  const subtests = outcomes.flatMap(subtestsOf);
  const good = subtests.filter(passed).length;
  if (comparison === null) return `${good} passed, ${subtests.length - good} failed`;
  const { unexpectedPasses } = comparison;
  return `${good - unexpectedPasses.length} passed, ${unexpectedIn(comparison)} failed`;
}

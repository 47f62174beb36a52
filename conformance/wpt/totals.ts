import { type Expectation, passed } from "./expectations.ts";
import { allGroups, type Group } from "./groups.ts";
import type { FileOutcome } from "./outcome.ts";

/** How many subtests there were in a group of files. */
export interface Total {
  readonly group: string;
  readonly files: number;
  readonly subtests: number;
  readonly passed: number;
  /** Those that no expectation calls out of scope. */
  readonly inScope: number;
}

/** The totals of the groups that have any of these files. */
export function totalsOf(outcomes: readonly FileOutcome[], expectations: readonly Expectation[]): readonly Total[] {
  const outside = new Set(
    expectations
      .filter(({ verdict }) => verdict === "out of scope")
      .flatMap(({ file, subtests }) => subtests.map((name) => `${file}\0${name}`)),
  );
  const total = ({ name, has }: Group): Total => {
    const chosen = outcomes.filter(({ file }) => has(file));
    const subtests = chosen.flatMap(({ file, subtests }) => subtests.map((subtest) => ({ file, subtest })));
    return {
      group: name,
      files: chosen.length,
      subtests: subtests.length,
      passed: subtests.filter(({ subtest }) => passed(subtest)).length,
      inScope: subtests.filter(({ file, subtest }) => passed(subtest) || !outside.has(`${file}\0${subtest.name}`))
        .length,
    };
  };
  return allGroups.map(total).filter(({ files }) => files > 0);
}

import { type Expectation, passed } from "./expectations.ts";
import { groupOf, isSignaling, needs } from "./groups.ts";
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

/** The totals by group: the files on signaling, the four groups by need, files of no group, and all. */
export function totalsOf(outcomes: readonly FileOutcome[], expectations: readonly Expectation[]): readonly Total[] {
  const outside = new Set(
    expectations
      .filter(({ verdict }) => verdict === "out of scope")
      .flatMap(({ file, subtests }) => subtests.map((name) => `${file}\0${name}`)),
  );
  const total = (group: string, belongs: (file: string) => boolean): Total => {
    const chosen = outcomes.filter(({ file }) => belongs(file));
    const subtests = chosen.flatMap(({ file, subtests }) => subtests.map((subtest) => ({ file, subtest })));
    return {
      group,
      files: chosen.length,
      subtests: subtests.length,
      passed: subtests.filter(({ subtest }) => passed(subtest)).length,
      inScope: subtests.filter(({ file, subtest }) => passed(subtest) || !outside.has(`${file}\0${subtest.name}`))
        .length,
    };
  };
  return [
    total("signaling, July 2021", isSignaling),
    ...needs.map((need) => total(need, (file) => groupOf(file) === need)),
    total("in no group", (file) => groupOf(file) === null),
    total("all", () => true),
  ].filter(({ files }) => files > 0);
}

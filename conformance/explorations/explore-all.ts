import { differencesFrom, withReproductions } from "./compare.ts";
import type { Exploration } from "./exploration.ts";
import { type RecordedExploration, record, recorded } from "./recording.ts";
import { run } from "./run.ts";
import { explorations } from "./subjects/all.ts";
import { writePage } from "./write-page.ts";

/**
 * Explores, and prints what came of it.
 *
 * @param recording is it recorded, or compared with what is?
 * @returns whether all came to what is expected and, where it is compared, recorded
 */
export function exploreAll(wanted: readonly Exploration[], recording: boolean): boolean {
  const outcomes = wanted.map((exploration) => explored(exploration, recording));
  if (recording) {
    record(
      explorations,
      outcomes.flatMap(({ now }) => (now === null ? [] : [now])),
    );
    writePage();
  }
  return outcomes.every(({ isRight }) => isRight);
}

function explored(exploration: Exploration, recording: boolean): { now: RecordedExploration | null; isRight: boolean } {
  const { name, expected } = exploration;
  const began = performance.now();
  const ran = run(exploration);
  if (ran.explored === null) {
    console.log(`${name}\n  FAILED: ${ran.failure}`);
    return { now: null, isRight: false };
  }
  const before = recorded(name);
  const now = withReproductions(ran.explored, before);
  const property = now.violation?.property ?? null;
  const isExpected = property === expected;
  const differences = recording ? [] : differencesFrom(before, now);
  console.log(
    `${name}: ${now.package ?? "own code"}\n  ${inWords(now)}, in ${Math.round(performance.now() - began)} ms`,
  );
  if (!isExpected) {
    console.log(`  UNEXPECTED: ${property ?? "no violation"}, where ${expected ?? "none"} was expected`);
    if (now.violation !== null) console.log(`${now.violation.message}\n${now.violation.ladder}`);
  }
  for (const difference of differences) console.log(`  CHANGED: ${difference}`);
  return { now, isRight: isExpected && differences.length === 0 };
}

function inWords({ violation, states, depth, exhaustive, runs, schedules }: RecordedExploration): string {
  const verdict = violation === null ? "no violation" : `${violation.property} in ${violation.steps} steps`;
  const extent = exhaustive ? "all there are" : "not all there are";
  return `${verdict}; ${states} states, ${extent}, ${depth} deep; ${runs} runs, ${schedules} random schedules`;
}

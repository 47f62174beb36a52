import type { Exploration } from "./exploration.ts";
import { runSchedule } from "./explore.ts";
import { recorded } from "./recording.ts";

/** Runs the recorded schedules of violations, and prints their ladders. Gives whether each was found again. */
export async function again(wanted: readonly Exploration[]): Promise<boolean> {
  let areFound = true;
  for (const exploration of wanted) {
    const recordedViolation = recorded(exploration.name)?.violation ?? null;
    if (recordedViolation === null) {
      console.log(`${exploration.name}: no violation is recorded`);
      continue;
    }
    const { violation } = await runSchedule(exploration, recordedViolation.schedule);
    const isFound = violation?.property === recordedViolation.property;
    areFound &&= isFound;
    console.log(`${exploration.name}: ${isFound ? violation.property : "NOT FOUND AGAIN"}`);
    if (isFound) console.log(`${violation.ladder}\n\n${violation.message}\n`);
  }
  return areFound;
}

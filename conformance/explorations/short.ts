import type { Exploration } from "./exploration.ts";
import { exploreInShort, runSchedule } from "./explore.ts";
import { recorded } from "./recording.ts";

const fewStates = 500;

/** Runs every recorded schedule, and a small part of the searches that find nothing. Gives whether each came to what is expected. */
export async function short(wanted: readonly Exploration[]): Promise<boolean> {
  let areRight = true;
  for (const exploration of wanted) {
    const { name, expected } = exploration;
    const schedule = recorded(name)?.violation?.schedule;
    const report = await (schedule === undefined
      ? exploreInShort(exploration, fewStates)
      : runSchedule(exploration, schedule));
    const property = report.violation?.property ?? null;
    const isRight = property === expected;
    areRight &&= isRight;
    console.log(`${name}: ${property ?? "no violation"}${isRight ? "" : `, WHERE ${expected ?? "NONE"} WAS EXPECTED`}`);
  }
  return areRight;
}

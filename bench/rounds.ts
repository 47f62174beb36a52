import { Bench } from "tinybench";
import { isShort } from "./short.ts";

/** Subjects by name; each function is one sample. */
export type Subjects<Name extends string> = Readonly<Record<Name, () => unknown>>;

/**
 * The milliseconds a call of each subject takes: in every round all subjects take their turn, and the best round's
 * median counts. What else runs on the computer can only add time, so the best is the nearest to the truth.
 */
export function bestOfRounds<Name extends string>(
  subjects: Subjects<Name>,
  { rounds = 7, time = 100 } = {},
): Record<Name, number> {
  const names = Object.keys(subjects) as Name[];
  const best = Object.fromEntries(names.map((name) => [name, Number.POSITIVE_INFINITY])) as Record<Name, number>;
  for (let round = 0; round < (isShort ? 1 : rounds); round++) {
    const bench = new Bench({ time: isShort ? 1 : time, warmupTime: isShort ? 1 : time / 2, throws: true });
    for (const name of names) bench.add(name, subjects[name]);
    for (const task of bench.runSync()) {
      const { result } = task;
      if (result.state !== "completed") throw new Error(`${task.name} was not measured: ${result.state}`);
      best[task.name as Name] = Math.min(best[task.name as Name], result.latency.p50);
    }
  }
  return best;
}

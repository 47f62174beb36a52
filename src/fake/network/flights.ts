import type { Clock } from "../world/clock.ts";

/** Goes on once so many packets have gone one way or the other, each of which takes a task. */
export function afterFlights(clock: Clock, count: number, run: () => void) {
  if (count === 0) return run();
  clock.queueTask(() => afterFlights(clock, count - 1, run));
}

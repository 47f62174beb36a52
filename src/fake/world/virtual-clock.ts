import type { WorldClock } from "./clock.ts";
import { TaskQueue } from "./task-queue.ts";

interface Timer {
  readonly due: number;
  readonly run: () => void;
}

/** A clock that stands still until time is advanced. Tasks do not wait for it. */
export function createVirtualClock(): WorldClock {
  const tasks = new TaskQueue();
  let now = 0;
  // In the order in which they are due; of the same time, in which they were set.
  let timers: readonly Timer[] = [];

  function setTimer(run: () => void, ms: number): () => void {
    const timer: Timer = { due: now + Math.max(0, ms), run };
    const later = timers.findIndex(({ due }) => due > timer.due);
    timers = later < 0 ? [...timers, timer] : [...timers.slice(0, later), timer, ...timers.slice(later)];
    return () => {
      timers = timers.filter((other) => other !== timer);
    };
  }

  async function advance(ms: number): Promise<void> {
    const end = now + ms;
    await tasks.settled();
    for (let timer = timers[0]; timer !== undefined && timer.due <= end; timer = timers[0]) {
      timers = timers.slice(1);
      now = Math.max(now, timer.due);
      tasks.queue(timer.run);
      await tasks.settled();
    }
    now = Math.max(now, end);
  }

  return {
    now: () => now,
    epoch: 0,
    queueTask: (run) => tasks.queue(run),
    setTimer,
    waitForOutside: () => tasks.waitForOutside(),
    settle: () => tasks.settled(),
    advance,
  };
}

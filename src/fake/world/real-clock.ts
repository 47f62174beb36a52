import type { WorldClock } from "./clock.ts";
import { afterHostTime, hostDelay, hostNow } from "./host-timing.ts";
import { TaskQueue } from "./task-queue.ts";

/** A clock that shows the host's time. */
export function createRealClock(): WorldClock {
  const tasks = new TaskQueue();
  const start = hostNow();
  return {
    now: () => hostNow() - start,
    epoch: Date.now(),
    queueTask: (run) => tasks.queue(run),
    setTimer: (run, ms) => afterHostTime(() => tasks.queue(run), ms),
    waitForOutside: () => tasks.waitForOutside(),
    settle: () => tasks.settled(),
    async advance(ms) {
      await hostDelay(ms);
      await tasks.settled();
    },
  };
}

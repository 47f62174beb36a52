/** The event loop of a world: what is queued in it, and what time it is. */
export interface Clock {
  /** In ms since the world was created; on a real clock with fractions. */
  now(): number;
  /**
   * Queues a task. Tasks run in the order in which they were queued, each in a turn of its own of the host's event loop,
   * so that every microtask of one has run before the next.
   */
  queueTask(run: () => void): void;
  /**
   * Queues a task once so many ms have passed; on a virtual clock when time is advanced that far.
   *
   * @returns takes the timer back
   */
  setTimer(run: () => void, ms: number): () => void;
}

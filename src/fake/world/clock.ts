import type { Work } from "../../connection/effect.ts";
import type { Task } from "../../connection/operation.ts";

/**
 * What a task is for: the end of work, a task of the model, or something of the transports. An event loop that offers its
 * tasks to be chosen from goes by it.
 */
export type TaskKind = Work["kind"] | Task["kind"] | "gather" | "transport";

/** The event loop of a world: what is queued in it, and what time it is. */
export interface Clock {
  /** In ms since the world was created; on a real clock with fractions. */
  now(): number;
  /**
   * Queues a task. Tasks run in the order in which they were queued, each in a turn of its own of the host's event loop,
   * so that every microtask of one has run before the next.
   *
   * @param kind what it is for, where that is known
   */
  queueTask(run: () => void, kind?: TaskKind): void;
  /**
   * Queues a task once so many ms have passed; on a virtual clock when time is advanced that far. A timer does not keep a
   * process alive.
   *
   * @returns takes the timer back
   */
  setTimer(run: () => void, ms: number): () => void;
  /**
   * Something goes on outside that will queue a task, such as the reading of a Blob: until the function that is returned
   * is called, the world is not at rest.
   */
  waitForOutside(): () => void;
}

/** A clock as its world sees it. */
export interface WorldClock extends Clock {
  /** Once no task is queued, and nothing goes on outside. */
  settle(): Promise<void>;
  /** Once so many ms have passed, and all that they lead to has happened. */
  advance(ms: number): Promise<void>;
}

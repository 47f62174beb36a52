import { type Draft, emit, takeNumber } from "./draft.ts";
import type { Task } from "./operation.ts";
import { enqueued } from "./structure/queue.ts";

type WithoutId<Type> = Type extends Task ? Omit<Type, "id"> : never;

/** Queues a task on the networking task source, which keeps the order. */
export function queueTask(draft: Draft, task: WithoutId<Task>): void {
  const id = takeNumber(draft, "task");
  draft.tasks = enqueued(draft.tasks, Object.freeze({ id, ...task }) as Task);
  emit(draft, { type: "queue-task", task: id });
}

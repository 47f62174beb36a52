import { append, at, type List, listedItems, listFrom, noItems } from "./list.ts";

/** First in, first out. What has left stays in the list for a while, before `first`, so that leaving costs little. */
export interface Queue<Item> {
  readonly first: number;
  readonly items: List<Item>;
}

/** The queue in which nothing waits. */
export const emptyQueue: Queue<never> = /* @__PURE__ */ Object.freeze({ first: 0, items: noItems });

/** A short queue is copied whenever its first item leaves: equal queues then have equal members. */
const short = 32;

/** How many items wait. */
export function lengthOf({ first, items }: Queue<unknown>): number {
  return items.size - first;
}

/** The item that leaves next. */
export function firstWaiting<Item>({ first, items }: Queue<Item>): Item | undefined {
  return at(items, first);
}

/** The queue with one more item at its end. */
export function enqueued<Item>({ first, items }: Queue<Item>, item: Item): Queue<Item> {
  return Object.freeze({ first, items: append(items, item) });
}

/** The queue without its first item. */
export function dequeued<Item>(queue: Queue<Item>): Queue<Item> {
  const { first, items } = queue;
  const left = lengthOf(queue) - 1;
  if (left > short && left > first) return Object.freeze({ first: first + 1, items });
  return Object.freeze({ first: 0, items: listFrom(listedItems(items).slice(first + 1)) });
}

/** The waiting items, the next one first. */
export function waiting<Item>({ first, items }: Queue<Item>): Item[] {
  return listedItems(items).slice(first);
}

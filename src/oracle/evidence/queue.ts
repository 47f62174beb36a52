/** A first-in first-out queue as immutable data: two linked lists, so that a long one costs no copying. */
export interface Queue<Item> {
  readonly front: Link<Item> | null;
  readonly back: Link<Item> | null;
}

interface Link<Item> {
  readonly item: Item;
  readonly next: Link<Item> | null;
}

/** The queue without items. */
export const emptyQueue: Queue<never> = { front: null, back: null };

/** The queue with one more item at its end. */
export function enqueue<Item>(queue: Queue<Item>, item: Item): Queue<Item> {
  if (queue.front === null) return { front: { item, next: null }, back: null };
  return { front: queue.front, back: { item, next: queue.back } };
}

/** The oldest item and the queue without it, or null where there is none. */
export function dequeue<Item>(queue: Queue<Item>): { readonly item: Item; readonly rest: Queue<Item> } | null {
  if (queue.front === null) return null;
  const { item, next } = queue.front;
  if (next !== null) return { item, rest: { front: next, back: queue.back } };
  return { item, rest: { front: reversed(queue.back), back: null } };
}

/** The oldest item that is sought and the queue without it, or null where there is none. */
export function take<Item>(
  queue: Queue<Item>,
  isSought: (item: Item) => boolean,
): { readonly item: Item; readonly rest: Queue<Item> } | null {
  // The oldest is the one, as a rule.
  if (queue.front !== null && isSought(queue.front.item)) return dequeue(queue);
  const all = items(queue);
  const index = all.findIndex(isSought);
  const item = all[index];
  if (item === undefined) return null;
  return { item, rest: all.filter((_, place) => place !== index).reduce<Queue<Item>>(enqueue, emptyQueue) };
}

/** The items, oldest first. */
export function items<Item>(queue: Queue<Item>): Item[] {
  return [...values(queue.front), ...values(reversed(queue.back))];
}

function* values<Item>(link: Link<Item> | null): Generator<Item> {
  for (let at = link; at !== null; at = at.next) yield at.item;
}

function reversed<Item>(link: Link<Item> | null): Link<Item> | null {
  let result: Link<Item> | null = null;
  for (const item of values(link)) result = { item, next: result };
  return result;
}

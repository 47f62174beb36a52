/**
 * A list that is changed by copying the path to one place: appending and replacing cost a few small arrays, however long
 * the list is. Plain data: arrays in arrays, of at most 32 members each.
 */
export interface List<Item> {
  readonly size: number;
  /** How many levels of arrays lie above the items' own. */
  readonly height: number;
  readonly root: ListNode<Item>;
}

/** The items, or the nodes a level below. */
export type ListNode<Item> = readonly (Item | ListNode<Item>)[];

const bits = 5;
const nodeSize = 1 << bits;

/** The list without items. */
export const noItems: List<never> = /* @__PURE__ */ Object.freeze({
  size: 0,
  height: 0,
  root: /* @__PURE__ */ Object.freeze([]),
});

/** The list with one more item at its end. */
export function append<Item>({ size, height, root }: List<Item>, item: Item): List<Item> {
  const isFull = size === nodeSize << (bits * height);
  const taller = isFull ? height + 1 : height;
  const from = isFull ? Object.freeze([root]) : root;
  return Object.freeze({ size: size + 1, height: taller, root: withItem(from, taller, size, item) });
}

/** The list with another item at that index, which must be there. */
export function withReplaced<Item>({ size, height, root }: List<Item>, index: number, item: Item): List<Item> {
  return Object.freeze({ size, height, root: withItem(root, height, index, item) });
}

/** The item at that index; undefined outside of the list. */
export function at<Item>({ size, height, root }: List<Item>, index: number): Item | undefined {
  if (index < 0 || index >= size) return undefined;
  let node = root;
  for (let level = height; level > 0; level--) node = node[place(index, level)] as ListNode<Item>;
  return node[place(index, 0)] as Item;
}

/** The items in their order, as an array of their own. */
export function listedItems<Item>({ height, root }: List<Item>): Item[] {
  let nodes = root;
  for (let level = height; level > 0; level--) nodes = nodes.flat() as ListNode<Item>;
  return nodes === root ? ([...root] as Item[]) : (nodes as Item[]);
}

/** A list of these items. */
export function listFrom<Item>(items: readonly Item[]): List<Item> {
  let height = 0;
  let nodes: readonly (Item | ListNode<Item>)[] = Object.freeze([...items]);
  while (nodes.length > nodeSize) {
    const above: ListNode<Item>[] = [];
    for (let from = 0; from < nodes.length; from += nodeSize)
      above.push(Object.freeze(nodes.slice(from, from + nodeSize)));
    nodes = Object.freeze(above);
    height++;
  }
  return Object.freeze({ size: items.length, height, root: nodes });
}

function withItem<Item>(node: ListNode<Item>, level: number, index: number, item: Item): ListNode<Item> {
  const copy = [...node];
  const member = place(index, level);
  const below = (copy[member] ?? []) as ListNode<Item>;
  copy[member] = level === 0 ? item : withItem(below, level - 1, index, item);
  return Object.freeze(copy);
}

function place(index: number, level: number): number {
  return (index >>> (bits * level)) & (nodeSize - 1);
}

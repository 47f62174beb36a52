import type { ExchangePair } from "./message-exchange.ts";

/** How many states there are to which so many choices lead, and no fewer. */
export function statesOfDepth(pairs: readonly ExchangePair[], depth: number): number {
  let count = 0;
  for (const { a, b, lost } of pairs)
    for (let turns = a.shortest; turns < a.histories.length; turns++)
      count += (a.histories[turns]?.length ?? 0) * (b.histories[depth - lost - turns]?.length ?? 0);
  return count;
}

/** How many choices lead to the farthest state. */
export function deepest(pairs: readonly ExchangePair[]): number {
  return pairs.reduce((most, { a, b, lost }) => Math.max(most, a.histories.length + b.histories.length + lost - 2), 0);
}

/** A state: a history of each side whose messages fit together. */
export interface PairState {
  readonly pair: ExchangePair;
  readonly a: number;
  readonly b: number;
}

/** Those states: all, or those where nothing is under way. */
export function* statesAt(pairs: readonly ExchangePair[], depth: number, where: "anywhere" | "at rest") {
  const which = where === "at rest" ? "idle" : "histories";
  for (const pair of pairs) {
    const { a, b, toA, toB, lost } = pair;
    if (where === "at rest" && toA.length + toB.length > 0) continue;
    for (let turns = a.shortest; turns < a[which].length; turns++)
      for (const ofB of b[which][depth - lost - turns] ?? [])
        for (const ofA of a[which][turns] ?? []) yield { pair, a: ofA, b: ofB } satisfies PairState;
  }
}

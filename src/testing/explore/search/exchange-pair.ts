import type { OneFault, SideName } from "./both-sides.ts";
import type { ExchangePair, ExchangeStep, MessageExchange } from "./message-exchange.ts";

/** Pairs are the same where these texts are. */
export function keyOfPair({ a, b, toA, toB, faults }: ExchangePair): string {
  return `${a.number},${b.number}|${toA.join()}|${toB.join()}|${faults.join()}`;
}

/** The messages under way to a side. */
export function underWayTo(side: SideName, { toA, toB }: ExchangePair): readonly number[] {
  return side === "a" ? toA : toB;
}

/** How many choices lead to a pair at least that are not that side's. */
export function choicesBeside(side: SideName, { a, b, lost }: ExchangePair): number {
  return (side === "a" ? b : a).shortest + lost;
}

/** The pairs that come of a pair where a side goes on to the next exchange. */
export function pairsAfter(pair: ExchangePair, next: MessageExchange): readonly ExchangePair[] {
  const { side, event } = next;
  if (event === null) return [];
  const go = (kind: ExchangeStep["kind"], isTaken: boolean, faults: readonly OneFault[]): ExchangePair => {
    const mine = underWayTo(side, pair);
    const left = isTaken ? mine.slice(1) : mine;
    const others = side === "a" ? pair.toB : pair.toA;
    const theirs = event.sent.length === 0 ? others : [...others, ...event.sent];
    const queues = side === "a" ? { toA: left, toB: theirs } : { toA: theirs, toB: left };
    return { ...pair, [side]: next, ...queues, faults, before: pair, by: { side, kind } };
  };
  const { faults } = pair;
  if (event.kind === "turn") return [go("turn", false, faults)];
  if (event.kind === "close") return faults.includes("close") ? [go("turn", false, without(faults, "close"))] : [];
  if (underWayTo(side, pair)[0] !== event.packet) return [];
  const delivered = go("deliver", true, faults);
  if (!faults.includes("duplicate")) return [delivered];
  return [delivered, go("duplicate", false, without(faults, "duplicate"))];
}

/** The pairs that come of a pair where a message is lost. */
export function pairsAfterLoss(pair: ExchangePair): readonly ExchangePair[] {
  const { toA, toB, lost } = pair;
  if (!pair.faults.includes("lose")) return [];
  const next = { ...pair, faults: without(pair.faults, "lose"), lost: lost + 1, before: pair };
  return [
    ...(toA.length > 0 ? [{ ...next, toA: toA.slice(1), by: { side: "a", kind: "lose" } as const }] : []),
    ...(toB.length > 0 ? [{ ...next, toB: toB.slice(1), by: { side: "b", kind: "lose" } as const }] : []),
  ];
}

function without(faults: readonly OneFault[], fault: OneFault): readonly OneFault[] {
  return faults.filter((name) => name !== fault);
}

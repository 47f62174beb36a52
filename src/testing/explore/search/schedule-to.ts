import type { SideChoice } from "../side/turn.ts";
import { type PairChoice, type SideName, sideNames } from "./both-sides.ts";
import type { ExchangePair } from "./message-exchange.ts";

/** A turn of a side's history. */
export interface HistoryTurn {
  readonly choice: SideChoice;
  /** May the other side notice it? */
  readonly isExchange: boolean;
}

/** A choice of a schedule, and how many packets are sent with it. */
interface SendingChoice {
  readonly choice: PairChoice;
  readonly sent: number;
}

/**
 * A schedule that leads both sides to those histories. Messages arrive as late as may be: whatever else a side does comes
 * first, which is what a reader follows most easily, and what a browser does.
 */
export function scheduleTo(
  pair: ExchangePair,
  turns: Readonly<Record<SideName, readonly HistoryTurn[]>>,
): readonly PairChoice[] {
  const path = pathTo(pair);
  const left = { a: choicesOfSide("a", path, turns.a), b: choicesOfSide("b", path, turns.b) };
  const underWay = { a: path[0]?.toA.length ?? 0, b: path[0]?.toB.length ?? 0 };
  const isNext = (side: SideName, arrives: boolean) => {
    const next = left[side][0]?.choice.kind;
    return next !== undefined && (arrives ? next !== "turn" && underWay[side] > 0 : next === "turn");
  };
  const choices: PairChoice[] = [];
  for (;;) {
    const side = sideNames.find((name) => isNext(name, false)) ?? sideNames.find((name) => isNext(name, true));
    if (side === undefined) return choices;
    const { choice, sent } = left[side].shift() as SendingChoice;
    choices.push(choice);
    if (choice.kind === "deliver" || choice.kind === "lose") underWay[side]--;
    underWay[side === "a" ? "b" : "a"] += sent;
  }
}

/** The choices of one side in their order, its losses among them. */
function choicesOfSide(side: SideName, path: readonly ExchangePair[], turns: readonly HistoryTurn[]): SendingChoice[] {
  const left = [...turns];
  const choices: SendingChoice[] = [];
  for (const { by, ...pair } of path) {
    if (by?.side !== side) continue;
    const { kind } = by;
    if (kind === "lose") {
      choices.push({ choice: { side, kind }, sent: 0 });
      continue;
    }
    for (let turn = left.shift(); turn !== undefined; turn = left.shift()) {
      const own: PairChoice = { side, kind: "turn", choice: turn.choice };
      const choice: PairChoice = turn.isExchange && kind !== "turn" ? { side, kind } : own;
      choices.push({ choice, sent: turn.isExchange ? (pair[side].event?.sent.length ?? 0) : 0 });
      if (turn.isExchange) break;
    }
  }
  return [...choices, ...left.map(({ choice }) => ({ choice: { side, kind: "turn", choice } as const, sent: 0 }))];
}

function pathTo(pair: ExchangePair): readonly ExchangePair[] {
  const path: ExchangePair[] = [];
  for (let at: ExchangePair | null = pair; at !== null; at = at.before) path.unshift(at);
  return path;
}

import type { SideChoice } from "../side/turn.ts";
import type { PairChoice, SideName } from "./both-sides.ts";
import type { ExchangePair } from "./message-exchange.ts";

/** A turn of a side's history. */
export interface HistoryTurn {
  readonly choice: SideChoice;
  /** May the other side notice it? */
  readonly isExchange: boolean;
}

/**
 * A schedule that leads both sides to those histories: the messages in an order in which they can be exchanged, and each
 * side's other turns as late as may be.
 */
export function scheduleTo(
  pair: ExchangePair,
  turns: Readonly<Record<SideName, readonly HistoryTurn[]>>,
): readonly PairChoice[] {
  const choices: PairChoice[] = [];
  const left = { a: [...turns.a], b: [...turns.b] };
  for (const { by } of pathTo(pair)) {
    if (by === null) continue;
    const { side, kind } = by;
    if (kind === "lose") {
      choices.push({ side, kind });
      continue;
    }
    for (let turn = left[side].shift(); turn !== undefined; turn = left[side].shift()) {
      choices.push(turn.isExchange && kind !== "turn" ? { side, kind } : { side, kind: "turn", choice: turn.choice });
      if (turn.isExchange) break;
    }
  }
  const rest = (side: SideName) => left[side].map(({ choice }): PairChoice => ({ side, kind: "turn", choice }));
  return [...choices, ...rest("a"), ...rest("b")];
}

function pathTo(pair: ExchangePair): readonly ExchangePair[] {
  const path: ExchangePair[] = [];
  for (let at: ExchangePair | null = pair; at !== null; at = at.before) path.unshift(at);
  return path;
}

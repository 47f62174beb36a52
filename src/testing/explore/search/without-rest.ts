import type { SideTurn } from "../side/turn.ts";
import { type SideName, sideNames } from "./both-sides.ts";
import { underWayTo } from "./exchange-pair.ts";
import type { ExchangePair } from "./message-exchange.ts";
import { type PairState, statesAt } from "./states-of-depth.ts";

/**
 * The first state in which nothing may come next although something is under way: a message, to a side that takes none.
 * Where all states are known, no rest can be reached from there, and from all others one can.
 */
export function firstWithoutRest(
  pairs: readonly ExchangePair[],
  deepest: number,
  turnOf: (side: SideName, history: number) => SideTurn,
): PairState | null {
  const waiting = pairs.filter(({ toA, toB, faults }) => toA.length + toB.length > 0 && !faults.includes("lose"));
  for (let depth = 0; depth <= deepest; depth++)
    for (const state of statesAt(waiting, depth, "anywhere")) {
      const ends = (side: SideName) => hasEnded(turnOf(side, state[side]), underWayTo(side, state.pair), state.pair);
      if (sideNames.every(ends)) return state;
    }
  return null;
}

function hasEnded(turn: SideTurn, underWay: readonly number[], { faults }: ExchangePair): boolean {
  if (turn.choices.length > 0 || (faults.includes("close") && !isClosedAfter(turn))) return false;
  return underWay.length === 0 || !turn.listens;
}

/** Is the latest connection of the side closed? */
export function isClosedAfter({ connections }: SideTurn): boolean {
  return connections.at(-1)?.session.signalingState === "closed";
}

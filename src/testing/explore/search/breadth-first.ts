import { inTurn } from "../../../fake/world/host-timing.ts";
import type { CodeViolation, SideChoice, SideTurn } from "../side/turn.ts";
import type { OneFault, PairChoice, SideName } from "./both-sides.ts";
import { PacketNumbers } from "./packet-numbers.ts";
import {
  type AskedProperties,
  choicesOfState,
  isPairAtRest,
  keyOfPair,
  type PairState,
  sideChoiceOf,
  stateAfter,
  violationsInState,
} from "./pair-state.ts";
import type { SideHistories } from "./side-histories.ts";

const nothingSent: readonly number[] = [];

/** How far to search, and who hears how far it is. */
export interface SearchBounds {
  readonly states: number;
  /** How many choices a schedule may have. */
  readonly steps: number;
  /** Is the time up, or is the search to end for another reason? */
  isOver(): boolean;
  /** Is called now and then. */
  progress(states: number, depth: number): void;
}

/** A violation, with the choices that lead to it. */
export interface FoundViolation extends CodeViolation {
  readonly choices: readonly PairChoice[];
}

/** What a search in breadth has found. */
export interface PairSearch {
  readonly states: number;
  /** How many choices lead to the farthest of the states. */
  readonly depth: number;
  /** Were all states reached that can be? */
  readonly exhaustive: boolean;
  readonly sights: ReadonlySet<string>;
  readonly found: FoundViolation | null;
  /** Was it ended before it had come to its bounds? */
  readonly interrupted: boolean;
}

/** The states that were reached. Those at the same index belong together. */
interface ReachedPairs {
  readonly states: PairState[];
  readonly from: number[];
  readonly by: (PairChoice | null)[];
  readonly depth: number[];
  /** The states from which each was reached. */
  readonly comesFrom: number[][];
}

/**
 * Searches all states of both sides, those that fewer choices lead to first: what is found has a shortest schedule. The
 * code is run only where a side does what it has not done before.
 */
export async function searchBreadthFirst(
  sides: Readonly<Record<SideName, SideHistories>>,
  faults: readonly OneFault[],
  asked: AskedProperties,
  candidates: "together" | "apart",
  bounds: SearchBounds,
): Promise<PairSearch> {
  const packets = new PacketNumbers(candidates);
  const sights = new Set<string>();
  const reached: ReachedPairs = { states: [], from: [], by: [], depth: [], comesFrom: [] };
  const indices = new Map<string, number>();
  const resting: number[] = [];
  let isCut = false;
  let interrupted = false;

  const turnsIn = ({ a, b }: PairState) => ({ a: sides.a.turn(a), b: sides.b.turn(b) });

  /** Adds a state unless it is known; gives what does not hold in it. */
  function reach(
    state: PairState,
    from: number,
    by: PairChoice | null,
    taken: SideTurn | null,
  ): readonly CodeViolation[] {
    const key = keyOfPair(state);
    const known = indices.get(key);
    if (known !== undefined) {
      reached.comesFrom[known]?.push(from);
      return taken?.violations ?? [];
    }
    const index = reached.states.length;
    const depth = by === null ? 0 : (reached.depth[from] ?? 0) + 1;
    if (index >= bounds.states || depth > bounds.steps) {
      isCut = true;
      return taken?.violations ?? [];
    }
    indices.set(key, index);
    reached.states.push(state);
    reached.from.push(from);
    reached.by.push(by);
    reached.depth.push(depth);
    reached.comesFrom.push(by === null ? [] : [from]);
    for (const sight of taken?.sights ?? []) sights.add(sight);
    const turns = turnsIn(state);
    if (turns.a.isCut || turns.b.isCut) isCut = true;
    if (isPairAtRest(state, turns.a, turns.b)) resting.push(index);
    return violationsInState(state, turns, taken, asked);
  }

  function result(found: FoundViolation | null): PairSearch {
    if (resting.length > 0) sights.add("rest");
    const depth = reached.depth.at(-1) ?? 0;
    return { states: reached.states.length, depth, exhaustive: !isCut, sights, found, interrupted };
  }

  const first = { a: sides.a.turn(0), b: sides.b.turn(0) };
  const begun: PairState = { a: 0, b: 0, toA: packets.of(first.b.sent), toB: packets.of(first.a.sent), faults };
  const [atOnce] = [...first.a.violations, ...first.b.violations, ...reach(begun, 0, null, null)];
  if (atOnce !== undefined) return result({ ...atOnce, choices: [] });

  for (let index = 0; index < reached.states.length; index++) {
    if (bounds.isOver()) {
      isCut = true;
      interrupted = true;
      break;
    }
    // The host's own timers and events, such as an abort, have their turn.
    if (index % 1024 === 1023) await new Promise<void>((resolve) => inTurn(resolve));
    bounds.progress(reached.states.length, reached.depth[index] ?? 0);
    const state = reached.states[index] as PairState;
    for (const by of choicesOfState(turnsIn(state), state)) {
      const side = sides[by.side];
      const before = state[by.side];
      const choice = sideChoiceOf(by, state, packets.messages);
      let history = before;
      if (choice !== null) {
        const key = keyOfChoice(choice, state[by.side === "a" ? "toA" : "toB"][0]);
        history = side.known(before, key) ?? (await side.take(before, choice, key));
      }
      const taken = choice === null ? null : side.turn(history);
      const next = stateAfter(state, by, history, taken === null ? nothingSent : packets.of(taken.sent));
      const [violation] = reach(next, index, by, taken);
      if (violation !== undefined) return result({ ...violation, choices: [...scheduleTo(reached, index), by] });
    }
  }
  if (isCut || asked.except.has("comes-to-rest")) return result(null);
  const stuck = neverAtRest(reached, resting);
  if (stuck === null) return result(null);
  const message = "no schedule leads from here to a rest";
  return result({ property: "comes-to-rest", message, choices: scheduleTo(reached, stuck) });
}

function keyOfChoice({ kind, ...rest }: SideChoice, packet: number | undefined): string {
  if (kind === "message") return `m${packet}`;
  return "index" in rest && rest.index > 0 ? `${kind}${rest.index}` : kind;
}

function scheduleTo({ from, by }: ReachedPairs, state: number): readonly PairChoice[] {
  const choices: PairChoice[] = [];
  for (let at = state; at > 0; at = from[at] ?? 0) choices.unshift(by[at] as PairChoice);
  return choices;
}

/** The first state from which no rest can be reached, or null. */
function neverAtRest({ states, comesFrom }: ReachedPairs, resting: readonly number[]): number | null {
  const canRest = new Set(resting);
  for (const state of canRest) for (const before of comesFrom[state] ?? []) canRest.add(before);
  const stuck = states.findIndex((_, index) => !canRest.has(index));
  return stuck < 0 ? null : stuck;
}

import type { Sight, Violation } from "../properties/violation.ts";
import { type Choice, peerNames, type Scenario } from "../world.ts";
import type { Bounds, Exploration } from "./exploration.ts";
import { firstWorld } from "./first-world.ts";
import { type NumberedWorld, type TurnTable, turnTable } from "./turn-table.ts";

/** The states that were reached: each world, from which one, by which choice, and from which others. */
interface Reached {
  readonly worlds: NumberedWorld[];
  readonly from: number[];
  readonly by: (Choice | null)[];
  readonly depth: number[];
  readonly comesFrom: number[][];
}

/**
 * Explores every schedule, the short ones first: the trace of a violation is minimal. Each state is visited once.
 *
 * @param bounds how many states at most; the exploration is exhaustive where it ends before
 */
export function exploreBreadthFirst(scenario: Scenario, bounds: Bounds): Exploration {
  const table = turnTable(scenario);
  const first = table.numberWorld(firstWorld(scenario));
  const reached: Reached = { worlds: [first], from: [-1], by: [null], depth: [0], comesFrom: [[]] };
  const numbers = new Map([[keyOf(first), 0]]);
  const resting: number[] = [];
  const seen = new Set<Sight>();
  let steps = 0;
  let ends = 0;
  const result = (found: Exploration["found"], exhaustive: boolean): Exploration => {
    const depth = reached.depth.at(-1) ?? 0;
    return { states: reached.worlds.length, steps, exhaustive, depth, ends, seen: [...seen], found };
  };

  for (let current = 0; current < reached.worlds.length; current++) {
    const world = reached.worlds[current] as NumberedWorld;
    const choices = choicesFrom(table, world);
    if (isResting(table, world)) resting.push(current);
    if (choices.length === 0) ends++;
    for (const by of choices) {
      steps++;
      const { next, violations, seen: sights } = takeNumbered(table, world, by);
      for (const sight of sights) seen.add(sight);
      if (violations[0] !== undefined) {
        return result({ violation: violations[0], choices: [...choicesTo(reached, current), by] }, false);
      }
      const key = keyOf(next);
      const known = numbers.get(key);
      if (known === undefined && reached.worlds.length >= bounds.states) return result(null, false);
      if (known === undefined) {
        numbers.set(key, reached.worlds.length);
        add(reached, next, current, by);
      } else reached.comesFrom[known]?.push(current);
    }
  }
  const stuck = neverResting(reached.worlds.length, resting, reached.comesFrom);
  if (stuck === null) return result(null, true);
  const violation = { property: "comes-to-rest", message: "no schedule leads from here to a rest" } as const;
  return result({ violation, choices: choicesTo(reached, stuck) }, true);
}

function keyOf({ a, b, toA, toB }: NumberedWorld): string {
  return `${a} ${b} ${toA.join()}/${toB.join()}`;
}

function choicesFrom(table: TurnTable, { a, b, toA, toB }: NumberedWorld): readonly Choice[] {
  return [...table.choices("a", a, toA.length > 0), ...table.choices("b", b, toB.length > 0)];
}

function isResting(table: TurnTable, { a, b, toA, toB }: NumberedWorld): boolean {
  return toA.length === 0 && toB.length === 0 && table.isIdle(a) && table.isIdle(b);
}

/** Takes a choice in a numbered world. */
function takeNumbered(
  table: TurnTable,
  world: NumberedWorld,
  choice: Choice,
): { readonly next: NumberedWorld; readonly violations: readonly Violation[]; readonly seen: readonly Sight[] } {
  const isA = choice.peer === peerNames[0];
  const arriving = isA ? world.toA : world.toB;
  const isMessage = choice.kind === "message";
  const { peer, sent, violations, seen } = table.take(world[choice.peer], choice, isMessage ? arriving[0] : undefined);
  const mine = isMessage ? arriving.slice(1) : arriving;
  const theirs = isA ? world.toB : world.toA;
  const others = sent.length === 0 ? theirs : [...theirs, ...sent];
  const next = isA ? { a: peer, b: world.b, toA: mine, toB: others } : { a: world.a, b: peer, toA: others, toB: mine };
  if (violations.length > 0 || !isResting(table, next)) return { next, violations, seen };
  return { next, violations: table.violationsAtRest(next), seen };
}

function add(
  { worlds, from, by, depth, comesFrom }: Reached,
  world: NumberedWorld,
  before: number,
  choice: Choice,
): void {
  worlds.push(world);
  from.push(before);
  by.push(choice);
  depth.push((depth[before] ?? 0) + 1);
  comesFrom.push([before]);
}

function choicesTo({ from, by }: Reached, state: number): Choice[] {
  const choices: Choice[] = [];
  for (let at = state; at > 0; at = from[at] ?? 0) choices.unshift(by[at] as Choice);
  return choices;
}

/** The first state from which no rest can be reached, or null. */
function neverResting(
  count: number,
  resting: readonly number[],
  comesFrom: readonly (readonly number[])[],
): number | null {
  const canRest = new Set(resting);
  for (const state of canRest) for (const before of comesFrom[state] ?? []) canRest.add(before);
  for (let state = 0; state < count; state++) if (!canRest.has(state)) return state;
  return null;
}

import { choicesIn, isAtRest } from "../choices.ts";
import type { Sight } from "../properties/violation.ts";
import { takeChoice } from "../take-choice.ts";
import type { Choice, Scenario, World } from "../world.ts";
import type { Bounds, Exploration } from "./exploration.ts";
import { firstWorld } from "./first-world.ts";
import { stateKeys } from "./state-key.ts";

/** A state that was reached: from which one, by which choice. */
interface Reached {
  readonly from: number;
  readonly by: Choice | null;
  readonly depth: number;
}

/**
 * Explores every schedule, the short ones first: the trace of a violation is minimal. Each state is visited once.
 *
 * @param bounds how many states at most; the exploration is exhaustive where it ends before
 */
export function exploreBreadthFirst(scenario: Scenario, bounds: Bounds): Exploration {
  const keyOf = stateKeys();
  const first = firstWorld(scenario);
  const numbers = new Map([[keyOf(first), 0]]);
  const reached: Reached[] = [{ from: -1, by: null, depth: 0 }];
  const worlds: (World | null)[] = [first];
  const resting: number[] = [];
  const comesFrom: number[][] = [[]];
  const seen = new Set<Sight>();
  let steps = 0;
  let ends = 0;

  const result = (found: Exploration["found"], exhaustive: boolean): Exploration => ({
    states: reached.length,
    steps,
    exhaustive,
    depth: reached.at(-1)?.depth ?? 0,
    ends,
    seen: [...seen],
    found,
  });

  for (let current = 0; current < reached.length; current++) {
    const world = worlds[current] as World;
    worlds[current] = null;
    const choices = choicesIn(world, scenario);
    if (isAtRest(world)) resting.push(current);
    if (choices.length === 0) ends++;
    for (const by of choices) {
      steps++;
      const { world: next, violations, seen: sights } = takeChoice(world, by, scenario);
      for (const sight of sights) seen.add(sight);
      const [violation] = violations;
      if (violation !== undefined) {
        return result({ violation, choices: [...choicesTo(reached, current), by] }, false);
      }
      const key = keyOf(next);
      const known = numbers.get(key);
      if (known !== undefined) {
        comesFrom[known]?.push(current);
        continue;
      }
      if (reached.length >= bounds.states) return result(null, false);
      numbers.set(key, reached.length);
      comesFrom.push([current]);
      worlds.push(next);
      reached.push({ from: current, by, depth: (reached[current]?.depth ?? 0) + 1 });
    }
  }
  const stuck = neverResting(reached.length, resting, comesFrom);
  if (stuck === null) return result(null, true);
  const violation = { property: "comes-to-rest", message: "no schedule leads from here to a rest" } as const;
  return result({ violation, choices: choicesTo(reached, stuck) }, true);
}

function choicesTo(reached: readonly Reached[], state: number): Choice[] {
  const choices: Choice[] = [];
  for (let at = state; at > 0; at = reached[at]?.from ?? 0) {
    const by = reached[at]?.by;
    if (by) choices.unshift(by);
  }
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

import { choicesIn } from "../choices.ts";
import type { Sight } from "../properties/violation.ts";
import { takeChoice } from "../take-choice.ts";
import type { Choice, Scenario } from "../world.ts";
import type { Exploration } from "./exploration.ts";
import { firstWorld } from "./first-world.ts";

/** How many schedules to walk along, how far, and by which seed. */
export interface WalkBounds {
  readonly walks: number;
  readonly steps: number;
  readonly seed: number;
}

/**
 * Walks along random schedules, for scenarios with more states than can be visited. The same seed gives the same walks.
 * States are not told apart: `states` counts those walked through.
 */
export function exploreRandomly(scenario: Scenario, { walks, steps, seed }: WalkBounds): Exploration {
  const random = randomNumbers(seed);
  const seen = new Set<Sight>();
  let states = 0;
  let ends = 0;
  let depth = 0;
  for (let walk = 0; walk < walks; walk++) {
    let world = firstWorld(scenario);
    const taken: Choice[] = [];
    while (taken.length < steps) {
      const choices = choicesIn(world);
      const choice = choices[Math.floor(random() * choices.length)];
      if (choice === undefined) break;
      taken.push(choice);
      const next = takeChoice(world, choice, scenario);
      states++;
      for (const sight of next.seen) seen.add(sight);
      const [violation] = next.violations;
      if (violation !== undefined) {
        const found = { violation, choices: taken };
        return { states, steps: states, exhaustive: false, depth: taken.length, ends, seen: [...seen], found };
      }
      world = next.world;
    }
    if (choicesIn(world).length === 0) ends++;
    depth = Math.max(depth, taken.length);
  }
  return { states, steps: states, exhaustive: false, depth, ends, seen: [...seen], found: null };
}

/** Mulberry32: small, and good enough to choose by. */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

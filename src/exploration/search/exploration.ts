import type { Sight, Violation } from "../properties/violation.ts";
import type { Choice } from "../world.ts";

/** What an exploration has found. */
export interface Exploration {
  readonly states: number;
  /** How many choices were taken. */
  readonly steps: number;
  /** Whether every state was reached that can be. */
  readonly exhaustive: boolean;
  /** How many choices lead from the first state to the farthest. */
  readonly depth: number;
  /** How many of the states are at rest with nothing left to do. */
  readonly ends: number;
  readonly seen: readonly Sight[];
  /** The first violation, with the choices that lead to it; null where there is none. */
  readonly found: { readonly violation: Violation; readonly choices: readonly Choice[] } | null;
}

/** How far to explore. */
export interface Bounds {
  /** How many states. */
  readonly states: number;
}

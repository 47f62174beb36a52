import { isAtRest } from "../../exploration/choices.ts";
import { violationsAtRest } from "../../exploration/properties/at-rest.ts";
import type { Frame } from "./frame.ts";
import { scenarioOf } from "./play.ts";
import type { Setup } from "./schedule.ts";

/**
 * What the code of both sides has left undone, where nothing is under way any more: sentences, none where all is well or
 * where somebody negotiates by hand.
 */
export function restFindings({ world }: Frame, setup: Setup): readonly string[] {
  if (setup.a === "hand" || setup.b === "hand" || !isAtRest(world)) return [];
  const found = violationsAtRest(world.peers, { ...scenarioOf(setup), failures: 0 });
  return found.map(({ message }) => message);
}

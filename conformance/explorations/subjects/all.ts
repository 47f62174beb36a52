import type { Exploration } from "../exploration.ts";
import { perfectNegotiations } from "./perfect-negotiation/perfect-negotiation.ts";
import { simplePeer } from "./simple-peer.ts";

/** All explorations, in the order of the page. */
export const explorations: readonly Exploration[] = [...perfectNegotiations, ...simplePeer];

/** @throws TypeError where none has that name */
export function explorationNamed(name: string): Exploration {
  const found = explorations.find((one) => one.name === name);
  if (found !== undefined) return found;
  const names = explorations.map((one) => one.name).join(", ");
  throw new TypeError(`no exploration is named ${name}: there are ${names}`);
}

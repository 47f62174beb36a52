import { Ids } from "../ids.ts";
import type { Vectors } from "../vector-file.ts";
import { candidateCases } from "./candidates.ts";
import { directionCases } from "./directions.ts";
import { exploredCases } from "./explored.ts";
import { closingCases, failingCases, failingOfferCases } from "./moments.ts";
import { namedCases } from "./named.ts";
import { negotiationNeededCases } from "./negotiation-needed.ts";
import { overlappingCases } from "./overlapping.ts";
import { refusalCases } from "./refusals.ts";
import { stateCases } from "./states.ts";
import type { ConnectionCase } from "./written.ts";

const families: readonly ((ids: Ids) => readonly ConnectionCase[])[] = [
  stateCases,
  namedCases,
  directionCases,
  negotiationNeededCases,
  candidateCases,
  overlappingCases,
  failingOfferCases,
  failingCases,
  closingCases,
  refusalCases,
  exploredCases,
];

/** Inputs to one connection or two, and what each must do. */
export function connection(): Vectors {
  const ids = new Ids();
  return {
    vectors: "connection",
    about: "Inputs to one connection, or to two that negotiate, and what each must do: its effects, in order.",
    ownTexts: true,
    cases: families.flatMap((family) => family(ids)),
  };
}

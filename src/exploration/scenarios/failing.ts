import type { RevisionName } from "../../connection/revision.ts";
import * as naive from "../negotiators/naive-negotiators.ts";
import type { Negotiator } from "../negotiators/negotiator.ts";
import { exampleBefore2572, exampleOf2393, perfectNegotiation } from "../negotiators/perfect-negotiation.ts";
import type { PropertyName } from "../properties/violation.ts";
import type { Act, Scenario } from "../world.ts";
import { audio, setsDirection, stops } from "./acts.ts";

/** A scenario in which a property has to fail: an earlier text, an earlier example, or code that is too simple. */
export interface FailingScenario extends Scenario {
  readonly property: PropertyName;
}

/** Each with the property that fails first. They are what the exploration has to find. */
export const failing: readonly FailingScenario[] = [
  withExample("both-stable", exampleOf2393, [audio], [audio]),
  withExample("both-stable", exampleBefore2572, [audio, audio], [audio]),
  withText("no-unexpected-error", "before #2405", [audio], [audio]),
  withText("no-unexpected-error", "before #2472", [audio], [audio]),
  withText("no-unexpected-error", "before #2478", [audio, audio], [audio, audio]),
  withText("no-unexpected-error", "before #2509", [audio, audio], [audio]),
  {
    ...withText("rollback-restores", "today", [audio, setsDirection("inactive")], [audio]),
    name: "today's text, with [[Receptive]] among what a rollback restores (#3081)",
    receptive: true,
  },
  withText("comes-to-rest", "before #2838", [audio, stops()], []),
  { ...withText("no-unexpected-error", "surfacing abandoned candidates", [audio], [audio]), candidates: true },
  withExample("no-unexpected-error", naive.withoutRoles, [audio], [audio]),
  withExample("both-stable", naive.bothImpolite, [audio], [audio]),
  withExample("no-unexpected-error", naive.withCreateOffer, [audio], [audio]),
  withExample("no-unexpected-error", naive.sendingFirst, [audio], [audio]),
];

function withExample(property: PropertyName, one: Negotiator, a: readonly Act[], b: readonly Act[]): FailingScenario {
  return { property, name: `today's text, ${one.name}`, negotiators: { a: one, b: one }, acts: { a, b } };
}

function withText(
  property: PropertyName,
  revision: RevisionName,
  a: readonly Act[],
  b: readonly Act[],
): FailingScenario {
  const negotiators = { a: perfectNegotiation, b: perfectNegotiation };
  return {
    property,
    name: `the text ${revision}, today's example`,
    negotiators,
    acts: { a, b },
    options: { revision },
  };
}

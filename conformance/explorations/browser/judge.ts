import type { OwnProperty } from "../../../src/entries/testing.ts";
import type { ReproducedFacts } from "./reproduce-page.ts";
import type { SideFacts } from "./side.ts";

const sides = ["a", "b"] as const;

/**
 * Why a property does not hold of what a browser's page has come to; null where it does.
 *
 * @param own the exploration's own properties
 */
export function brokenInBrowser(property: string, facts: ReproducedFacts, own: readonly OwnProperty[]): string | null {
  const first = (what: (side: SideFacts) => string | undefined) => {
    const found = sides.map((name) => [name, what(facts[name])] as const).find(([, text]) => text !== undefined);
    return found === undefined ? null : `${found[0]}: ${found[1]}`;
  };
  switch (property) {
    case "no-invalid-state-error":
      return first(({ rejections }) => rejections.find(isForTheState));
    case "no-unhandled-error":
      return first(({ unhandled }) => unhandled[0]);
    case "both-stable":
      return first(({ signalingState }) => (signalingState === "stable" ? undefined : `is ${signalingState}`));
    case "no-negotiation-needed":
      return first(({ needsNegotiation }) =>
        needsNegotiation ? "negotiationneeded has fired since the last negotiation, and none came" : undefined,
      );
    case "no-promise-forgotten":
      return first(({ pending }) => (pending > 0 ? `${pending} promises are pending` : undefined));
    case "sections-agree":
      return sectionsDisagree(facts);
    default:
      return brokenOwn(
        own.find(({ name }) => name === property),
        facts,
      );
  }
}

function isForTheState(rejection: string): boolean {
  return !rejection.startsWith("addIceCandidate") && rejection.includes("InvalidStateError");
}

function sectionsDisagree({ a, b }: ReproducedFacts): string | null {
  const counts = [a, b].map(({ localSdp }) => (localSdp ?? "").split(/^m=/m).length - 1);
  return counts[0] === counts[1] ? null : `a has ${counts[0]} m= sections, b has ${counts[1]}`;
}

function brokenOwn(property: OwnProperty | undefined, { a, b }: ReproducedFacts): string | null {
  if (property === undefined) return null;
  const seen = (side: SideFacts) => ({ ...side, pending: [] });
  const answer = property.holds({ a: seen(a), b: seen(b) });
  if (answer === true || answer === "") return null;
  return typeof answer === "string" ? answer : "it does not hold";
}

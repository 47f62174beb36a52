import { withoutSdpMark } from "../../oracle/expected/provision.ts";
import type { DifferenceCause } from "../../oracle/verdict/cause/difference-causes.ts";
import type { Step } from "../../oracle/verdict/step.ts";

// What a stack may lack as a whole: which calls need it, and the cause where none of them ever does as it must.
const features: readonly { readonly cause: DifferenceCause; readonly isNeededBy: (step: Step) => boolean }[] = [
  { cause: "pranswer-not-implemented", isNeededBy: ({ type }) => type === "pranswer" },
  { cause: "rollback-not-implemented", isNeededBy: ({ type }) => type === "rollback" },
  { cause: "no-sdp-not-implemented", isNeededBy: ({ provision }) => provision?.includes(withoutSdpMark) === true },
];

/**
 * What an implementation lacks as a whole, by all its calls: legal calls need it, and none of them was applied and left the
 * connection as it must be.
 *
 * @returns the cause for a call that needs what is missing; null for any other call
 */
export function missingFeatures(steps: readonly Step[]): (step: Step) => DifferenceCause | null {
  const missing = features.filter(({ isNeededBy }) => {
    const needing = steps.filter((step) => isNeededBy(step) && step.expected?.outcome === "applied");
    return needing.length > 0 && !needing.some(isDone);
  });
  return (step) => missing.find(({ isNeededBy }) => isNeededBy(step))?.cause ?? null;
}

// A state that changes, if only to another one than it must, shows that there is something.
function isDone({ before, expected, observed }: Step): boolean {
  const { signalingState } = observed;
  return observed.outcome === "applied" && (signalingState !== before || signalingState === expected?.signalingState);
}

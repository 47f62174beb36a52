import { implicitRollbackProvision, withoutSdpMark } from "../../oracle/expected/provision.ts";
import type { DifferenceCause } from "../../oracle/verdict/cause/difference-causes.ts";
import type { Step } from "../../oracle/verdict/step.ts";

/** What a stack may lack as a whole. */
interface Feature {
  /** The cause, where no call that needs the feature does as it must. */
  readonly cause: DifferenceCause;
  readonly isNeededBy: (step: Step) => boolean;
  /** The cause of other differences that then come from the same fault. */
  readonly alsoExplains: DifferenceCause | null;
}

const features: readonly Feature[] = [
  { cause: "pranswer-not-implemented", isNeededBy: ({ type }) => type === "pranswer", alsoExplains: null },
  { cause: "rollback-not-implemented", isNeededBy: ({ type }) => type === "rollback", alsoExplains: null },
  {
    cause: "no-sdp-not-implemented",
    isNeededBy: ({ provision }) => provision?.includes(withoutSdpMark) === true,
    alsoExplains: null,
  },
  {
    cause: "implicit-rollback-missing",
    isNeededBy: ({ provision }) => provision === implicitRollbackProvision,
    alsoExplains: "rollback-missing-before-refusal",
  },
];

/** Gives the cause for a call, or for a difference of that cause, that needs what is missing; null for any other. */
export type MissingFor = (step: Step, cause: DifferenceCause) => DifferenceCause | null;

/**
 * What an implementation lacks as a whole, by all its calls: legal calls need it, and none of them was applied and left the
 * connection as it must be.
 */
export function missingFeatures(steps: readonly Step[]): MissingFor {
  const missing = features.filter(({ isNeededBy }) => {
    const needing = steps.filter((step) => isNeededBy(step) && step.expected?.outcome === "applied");
    return needing.length > 0 && !needing.some(isDone);
  });
  return (step, cause) =>
    missing.find(({ isNeededBy, alsoExplains }) => isNeededBy(step) || alsoExplains === cause)?.cause ?? null;
}

// A state that changes, if only to another one than it must, shows that there is something.
function isDone({ before, expected, observed }: Step): boolean {
  const { signalingState } = observed;
  return observed.outcome === "applied" && (signalingState !== before || signalingState === expected?.signalingState);
}

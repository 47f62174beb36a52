import { implicitRollbackProvision, withoutSdpMark } from "../../oracle/expected/provision.ts";
import type { DifferenceCause } from "../../oracle/verdict/cause/difference-causes.ts";
import type { Difference } from "../../oracle/verdict/difference.ts";
import type { CheckedStep } from "./calls/made-call.ts";

/** What a stack may lack as a whole. */
interface Feature {
  /** The cause, where no call that needs the feature does as it must. */
  readonly cause: DifferenceCause;
  readonly isNeededBy: (step: CheckedStep) => boolean;
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

/** The cause of a difference by all that is known of the implementation. */
export interface KnownFeatures {
  /** The cause, if the call needs what the implementation lacks; null where it does not. */
  missingFor(step: CheckedStep, difference: Difference): DifferenceCause | null;
  /** The cause, if the call alone looked as if a feature were missing that there is; else the difference's own. */
  causeWithin(step: CheckedStep, difference: Difference): DifferenceCause;
}

/**
 * What an implementation has and lacks as a whole, by calls whose history conforms. It lacks what legal calls need, where none
 * of them was applied and left the connection as it must be.
 */
export function knownFeatures(steps: readonly CheckedStep[]): KnownFeatures {
  const used = features.map((feature) => {
    const needing = steps.filter((step) => feature.isNeededBy(step) && step.expected?.outcome === "applied");
    return { feature, needed: needing.length > 0, done: needing.some(isDone) };
  });
  const missing = used.filter(({ needed, done }) => needed && !done).map(({ feature }) => feature);
  const present = used.filter(({ done }) => done).map(({ feature }) => feature.cause);
  return {
    missingFor: (step, { cause }) =>
      missing.find(({ isNeededBy, alsoExplains }) => isNeededBy(step) || alsoExplains === cause)?.cause ?? null,
    causeWithin: ({ observed }, { cause, kind }) =>
      present.includes(cause) && observed.error?.name !== "NotSupportedError" ? plainCause(kind) : cause,
  };
}

function plainCause(kind: Difference["kind"]): DifferenceCause {
  if (kind === "wrong-error") return "wrong-error-name";
  return kind === "wrong-state" ? "wrong-state" : "legal-call-refused";
}

// A state that changes, if only to another one than it must, shows that there is something.
function isDone({ before, expected, observed }: CheckedStep): boolean {
  const { signalingState } = observed;
  return observed.outcome === "applied" && (signalingState !== before || signalingState === expected?.signalingState);
}

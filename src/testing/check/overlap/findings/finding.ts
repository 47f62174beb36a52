import { type DifferenceCause, differenceCauses } from "../../../../oracle/verdict/cause/difference-causes.ts";
import type { Difference } from "../../../../oracle/verdict/difference.ts";
import type { DifferenceKind } from "../../../../oracle/verdict/difference-kind.ts";
import { type KnownDeviation, reasonFor } from "../../../../oracle/verdict/known-deviation.ts";
import type { Reference } from "../../../../specifications.ts";

/** Something in which an implementation is not as the connection beside it. */
export interface SeenDifference {
  readonly kind: DifferenceKind;
  /** What of the specification it concerns, in kebab-case. */
  readonly provision: string;
  readonly cause: DifferenceCause;
  /** The place of the earlier call that it follows from; null where it shows alone. */
  readonly follows?: number | null;
  /** What is not as it must be, as the subject of a sentence. */
  readonly what: string;
  readonly expected: string;
  readonly observed: string;
  readonly rule?: string | null;
  /** Default: that of the cause. */
  readonly reference?: Reference | undefined;
}

/** The difference that a finding is. */
export function differenceFrom(finding: SeenDifference, known: readonly KnownDeviation[]): Difference {
  const { kind, provision, cause, follows = null, what, expected, observed, rule = null } = finding;
  const code = `${kind}-${provision}`;
  return Object.freeze({
    kind,
    provision,
    code,
    cause,
    follows,
    message: `${what}: expected ${expected}, observed ${observed}.`,
    expected,
    observed,
    rule,
    reference: finding.reference ?? referenceOf(cause),
    knownDeviation: reasonFor(known, code),
  });
}

function referenceOf(cause: DifferenceCause): Reference {
  const entry = differenceCauses.find(({ id }) => id === cause);
  return (entry ?? (differenceCauses[0] as (typeof differenceCauses)[number])).reference;
}

import { cited, type Reference } from "../specifications.ts";

/** What every rule states about itself. */
export interface RuleEntry<Id extends string = string> {
  readonly id: Id;
  /** An error refuses the description, a warning does not. */
  readonly severity: "error" | "warning";
  /** Of an error, what must hold; of a warning, what is odd. */
  readonly summary: string;
  /** Where the rule stands. */
  readonly reference: Reference;
  /** Whether `tolerate` can make the rule a warning. */
  readonly tolerable: boolean;
}

/**
 * A rule as the tables write it: its id, which begins with W for a warning, the place where it stands, its summary. The
 * summary of an error states what must hold; that of a warning, what is odd.
 */
export function ruleEntry<Id extends string>(
  id: Id,
  place: string,
  summary: string,
  tolerable: boolean = true,
): RuleEntry<Id> {
  return { id, severity: id.startsWith("W") ? "warning" : "error", summary, reference: cited(place), tolerable };
}

/** How a message states that a rule is broken: the sentence that must hold, or the oddity. */
export function complaint({ severity, summary }: RuleEntry): string {
  return severity === "error" ? `required: ${summary}` : summary;
}

import { cited, type Reference } from "../specifications.ts";

/** An error refuses a description, a warning and a note refuse nothing. A note is what browsers themselves do against a rule. */
export type Severity = "error" | "warning" | "note";

/** What every rule states about itself. */
export interface RuleEntry<Id extends string = string> {
  readonly id: Id;
  readonly severity: Severity;
  readonly summary: string;
  /** Where the rule stands. */
  readonly reference: Reference;
  /** Whether `tolerate` can make the rule a warning. */
  readonly tolerable: boolean;
}

/**
 * A rule as the tables write it: its id, its severity, the place where it stands, its summary. The summary states what
 * must hold, or what is odd where the id begins with W.
 */
export function ruleEntry<Id extends string>(
  id: Id,
  severity: Severity,
  place: string,
  summary: string,
  tolerable: boolean = true,
): RuleEntry<Id> {
  return { id, severity, summary, reference: cited(place), tolerable };
}

/** How a message states that a rule is broken: the sentence that must hold, or the oddity. */
export function complaint({ id, summary }: RuleEntry): string {
  return id.startsWith("W") ? summary : `required: ${summary}`;
}

import { cited, type Reference } from "../specifications.ts";

/** What every rule says of itself. */
export interface RuleEntry {
  readonly id: string;
  readonly severity: "error" | "warning";
  readonly summary: string;
  readonly reference: Reference;
}

/** A rule as the tables write it: its id, which begins with W for a warning, the place it stands in, what it says. */
export function ruleEntry(id: string, place: string, summary: string): RuleEntry {
  return { id, severity: id.startsWith("W") ? "warning" : "error", summary, reference: cited(place) };
}

/** What a finding says of a rule: the sentence that should hold, or the oddity that does. */
export function complaint({ severity, summary }: RuleEntry): string {
  return severity === "error" ? `required: ${summary}` : summary;
}

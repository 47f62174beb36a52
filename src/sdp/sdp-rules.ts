import type { RuleEntry } from "./rule-entry.ts";
import { contentRules } from "./rules/content-rules.ts";
import { contentWarnings } from "./rules/content-warnings.ts";
import { lengthRule, syntaxRules, syntaxWarnings } from "./syntax-rules.ts";

const lastBeforeSyntaxWarnings = contentWarnings.findIndex(({ id }) => id === "W13") + 1;

/** Every rule on SDP in the order in which findings are listed: length, syntax, content, warnings. */
export const sdpRules: readonly RuleEntry[] = Object.freeze(
  [
    lengthRule,
    ...syntaxRules,
    ...contentRules,
    ...contentWarnings.slice(0, lastBeforeSyntaxWarnings),
    ...syntaxWarnings,
    ...contentWarnings.slice(lastBeforeSyntaxWarnings),
  ].map(({ id, severity, summary, reference }) => Object.freeze({ id, severity, summary, reference })),
);

const byId: ReadonlyMap<string, RuleEntry> = new Map(sdpRules.map((rule) => [rule.id, rule]));
const order: ReadonlyMap<string, number> = new Map(sdpRules.map((rule, index) => [rule.id, index]));

/** The rule with that id, one of those above. */
export function ruleWithId(id: string): RuleEntry {
  return byId.get(id) ?? lengthRule;
}

/** Where in the list a rule stands. */
export function orderOf(id: string): number {
  return order.get(id) ?? 0;
}

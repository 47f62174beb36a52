import type { RuleEntry } from "./rule-entry.ts";
import { contentRules } from "./rules/content-rules.ts";
import { contentWarnings } from "./rules/content-warnings.ts";
import { lengthRule, syntaxRules, syntaxWarnings } from "./text/syntax-rules.ts";

const numberOf = ({ id }: RuleEntry): number => Number(id.slice(1));
const warnings = [...contentWarnings, ...syntaxWarnings].sort((a, b) => numberOf(a) - numberOf(b));

/** Every rule on SDP in the order in which findings are listed: length, syntax, content, warnings. */
export const sdpRules: readonly RuleEntry[] = Object.freeze(
  [lengthRule, ...syntaxRules, ...contentRules, ...warnings].map(({ id, severity, summary, reference }) =>
    Object.freeze({ id, severity, summary, reference }),
  ),
);

const order: ReadonlyMap<string, number> = new Map(sdpRules.map((rule, index) => [rule.id, index]));

/** Where in the list a rule stands. */
export function orderOf(id: string): number {
  return order.get(id) ?? 0;
}

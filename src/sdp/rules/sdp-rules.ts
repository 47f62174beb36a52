import type { RuleEntry } from "../rule-entry.ts";
import { lengthRule, syntaxRules } from "../text/syntax-rules.ts";
import { syntaxWarnings } from "../text/syntax-warnings.ts";
import { contentRules } from "./content-rules.ts";
import { contentWarnings } from "./content-warnings.ts";

const numberOf = ({ id }: RuleEntry): number => Number(id.slice(1));
const warnings = [...contentWarnings, ...syntaxWarnings].sort((a, b) => numberOf(a) - numberOf(b));
const entries = [lengthRule, ...syntaxRules, ...contentRules, ...warnings].map(entryOf);

/** The id of a rule on SDP: of this version, or of another one. */
export type SdpRuleId = (typeof entries)[number]["id"] | (string & {});

/** A rule on SDP. */
export interface SdpRule extends RuleEntry<SdpRuleId> {}

/** Every rule on SDP in the order in which findings are listed: length, syntax, content, warnings. */
export const sdpRules: readonly SdpRule[] = Object.freeze(entries);

const order: ReadonlyMap<string, number> = new Map(sdpRules.map((rule, index) => [rule.id, index]));

/** Where in the list a rule stands. */
export function orderOf(id: string): number {
  return order.get(id) ?? 0;
}

/** The members of a rule that the list shows. */
function entryOf<Id extends string>(rule: RuleEntry<Id>): RuleEntry<Id> {
  const { id, severity, summary, reference, tolerable } = rule;
  return Object.freeze({ id, severity, summary, reference, tolerable });
}

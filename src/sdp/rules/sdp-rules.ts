import type { RuleEntry } from "../rule-entry.ts";
import { lengthRule, syntaxRules } from "../text/syntax-rules.ts";
import { syntaxWarnings } from "../text/syntax-warnings.ts";
import { contentRules } from "./content-rules.ts";
import { contentWarnings } from "./content-warnings.ts";

const families = "LSDARW";
const entries = [lengthRule, ...syntaxRules, ...syntaxWarnings, ...contentRules, ...contentWarnings]
  .map(entryOf)
  .sort((a, b) => rankOf(a) - rankOf(b));

/** The id of a rule on SDP: of this version, or of another one. */
export type SdpRuleId = (typeof entries)[number]["id"] | (string & {});

/** A rule on SDP. */
export interface SdpRule extends RuleEntry<SdpRuleId> {}

/** Every rule on SDP by its family and number: length, syntax, descriptions, answers, re-offers, warnings. */
export const sdpRules: readonly SdpRule[] = Object.freeze(entries);

const places: ReadonlyMap<string, number> = new Map(sdpRules.map((rule, index) => [rule.id, index]));

/** Where in the list a rule stands. */
export function orderOf(id: string): number {
  return places.get(id) ?? 0;
}

function rankOf({ id }: RuleEntry): number {
  return families.indexOf(id.charAt(0)) * 1000 + Number(id.slice(1));
}

/** What the list says of a rule. */
function entryOf<Id extends string>(rule: RuleEntry<Id>): RuleEntry<Id> {
  const { id, severity, summary, reference, tolerable } = rule;
  return Object.freeze({ id, severity, summary, reference, tolerable });
}

import { answerBundleFamilies } from "./answer-bundle.ts";
import { answerIceFamilies } from "./answer-ice.ts";
import { answerMediaFamilies } from "./answer-media.ts";
import { answerNegotiationFamilies } from "./answer-negotiation.ts";
import { answerSectionFamilies } from "./answer-sections.ts";
import { answerTransportFamilies } from "./answer-transport.ts";
import { mediaAttributes } from "./attribute-grammar-media.ts";
import { transportAttributes } from "./attribute-grammar-transport.ts";
import { bundleFamilies } from "./description-bundle.ts";
import { formatFamilies } from "./description-formats.ts";
import { mediaFamilies } from "./description-media.ts";
import { rtcpMuxFamilies } from "./description-rtcp-mux.ts";
import { transportFamilies } from "./description-transport.ts";
import type { Family } from "./family.ts";
import type { GrammarRow } from "./grammar.ts";
import { keptAgreementFamilies } from "./kept-agreements.ts";
import { lineGrammar } from "./line-grammar.ts";
import { newTagFamilies } from "./new-tags.ts";
import { oddTransportFamilies } from "./odd-transports.ts";
import { perTransportFamilies } from "./per-transport.ts";
import { perTransportAnswerFamilies } from "./per-transport-answers.ts";
import { reofferSectionFamilies } from "./reoffer-sections.ts";
import { reofferTransportFamilies } from "./reoffer-transport.ts";
import { structureCases } from "./structure.ts";
import { warningCases } from "./warnings.ts";

/** Every table of the conformance tests: what the specs run and the traceability test counts. */
export const grammarRows: readonly GrammarRow[] = [...lineGrammar, ...transportAttributes, ...mediaAttributes];

export const contentFamilies: readonly Family[] = [
  ...bundleFamilies,
  ...transportFamilies,
  ...rtcpMuxFamilies,
  ...mediaFamilies,
  ...answerSectionFamilies,
  ...answerMediaFamilies,
  ...answerTransportFamilies,
  ...answerIceFamilies,
  ...answerNegotiationFamilies,
  ...reofferSectionFamilies,
  ...reofferTransportFamilies,
  ...perTransportFamilies,
  ...perTransportAnswerFamilies,
  ...oddTransportFamilies,
  ...formatFamilies,
  ...answerBundleFamilies,
  ...keptAgreementFamilies,
  ...newTagFamilies,
];

export { structureCases, warningCases };

/** The number of descriptions that are refused, by rule. */
export function refusedByRule(): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (rule: string, more: number): void => void counts.set(rule, (counts.get(rule) ?? 0) + more);
  for (const { rule } of structureCases) add(rule, 1);
  for (const row of grammarRows) add(row.rule, row.refused.length);
  for (const family of contentFamilies) add(family.rule, family.refused.length);
  return counts;
}

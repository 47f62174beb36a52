import { ruleEntry } from "../rule-entry.ts";

/** The bound on the length: longer text is not read, an OperationError. */
export const lengthRule = ruleEntry("L1", "#set-description", "the text is within maxSdpLength", false);

/**
 * What makes a text SDP: the refusals are an RTCError with the line. What the lines mean is unknown after a breach of
 * S1, S2 or S3.
 */
export const syntaxRules = [
  ruleEntry("S1", "8866 5", "a line is a known letter, = and a value without NUL or stray CR", false),
  ruleEntry("S2", "8866 5", "the lines have the right order and number", false),
  ruleEntry("S3", "8866 9", "a line follows its grammar", false),
  ruleEntry("S4", "9429 5.8", "a known attribute follows its grammar"),
  ruleEntry("S5", "9429 5.8", "a single attribute has one value"),
  ruleEntry("S6", "8866 5.7", "an m= section has a c= line, its own or the session's"),
] as const;

type SyntaxRule = typeof lengthRule | (typeof syntaxRules)[number];

/** The ids of the rules that the text alone can break. */
export type SyntaxRuleId = SyntaxRule["id"];

/** The rule with that id. */
export function syntaxRule(id: string): SyntaxRule {
  return syntaxRules.find((rule) => rule.id === id) ?? lengthRule;
}

import { ruleEntry } from "../rule-entry.ts";

/** The bound on the length: longer text is not read, an OperationError. */
export const lengthRule = ruleEntry("L1", "error", "#set-description", "the text is within maxSdpLength", false);

/**
 * What makes a text SDP: the refusals are an RTCError with the line. What the lines mean is unknown after a breach of
 * S1, S2 or S3.
 */
export const syntaxRules = [
  ruleEntry("S1", "error", "8866 5", "a line is a known letter, = and a value without NUL or stray CR", false),
  ruleEntry("S2", "error", "8866 5", "the lines stand in number, and those of the session part in order", false),
  ruleEntry("S3", "error", "8866 9", "a line follows its grammar", false),
  ruleEntry("S4", "error", "9429 5.8", "a known attribute follows its grammar"),
  ruleEntry("S5", "error", "9429 5.8", "a single attribute has one value"),
  ruleEntry("S6", "error", "8866 5.7", "an m= section has a c= line, its own or the session's"),
  ruleEntry("S7", "error", "8866 5", "the lines of an m= section stand in order"),
] as const;

type SyntaxRule = typeof lengthRule | (typeof syntaxRules)[number];

/** The ids of the rules that the text alone can break. */
export type SyntaxRuleId = SyntaxRule["id"];

/** The rule with that id. */
export function syntaxRule(id: string): SyntaxRule {
  return syntaxRules.find((rule) => rule.id === id) ?? lengthRule;
}

import { type RuleEntry, ruleEntry } from "../rule-entry.ts";

/** The bound on the length: what is over it is not read, an OperationError. */
export const lengthRule = ruleEntry("L1", "#set-description", "the text is within maxSdpLength");

/** What makes a text SDP: the refusals are an RTCError with the line. S4, S5 and S6 can be tolerated. */
export const syntaxRules: readonly RuleEntry[] = [
  ruleEntry("S1", "8866 5", "a line is a known letter, = and a value without NUL or stray CR"),
  ruleEntry("S2", "8866 5", "the lines stand in order and number"),
  ruleEntry("S3", "8866 9", "a line follows its grammar"),
  ruleEntry("S4", "9429 5.8", "a known attribute follows its grammar"),
  ruleEntry("S5", "9429 5.8", "a single attribute has one value"),
  ruleEntry("S6", "8866 5.7", "an m= section has a c= line, its own or the session's"),
];

/** What the reading of the lines warns of. */
export const syntaxWarnings: readonly RuleEntry[] = [
  ruleEntry("W14", "9429 5.8", "an attribute at another level is ignored"),
  ruleEntry("W15", "9429 5.8", "a single attribute is repeated"),
  ruleEntry("W16", "8866 9", "the last line has no end"),
  ruleEntry("W17", "8839 5.4", "an ICE value has one of - = # _"),
  ruleEntry("W18", "8122 5", "a fingerprint has lower-case digits"),
  ruleEntry("W19", "8830 2", "an msid is not of tokens"),
];

/** The rule with that id, one of those above. */
export function syntaxRule(id: string): RuleEntry {
  return [...syntaxRules, ...syntaxWarnings].find((rule) => rule.id === id) ?? lengthRule;
}

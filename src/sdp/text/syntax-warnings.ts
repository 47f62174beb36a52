import { ruleEntry } from "../rule-entry.ts";

/** The warnings that the reading of the lines gives. */
export const syntaxWarnings = [
  ruleEntry("W14", "9429 5.8", "an attribute at a level that it does not have is ignored"),
  ruleEntry("W15", "9429 5.8", "a single attribute is repeated"),
  ruleEntry("W16", "8866 9", "the last line has no line end"),
  ruleEntry("W17", "8839 5.4", "an ICE value contains -, =, # or _"),
  ruleEntry("W18", "8122 5", "a fingerprint has lower-case hexadecimal digits"),
  ruleEntry("W19", "8830 2", "an msid has characters that no token has"),
] as const;

/** The ids of those warnings. */
export type SyntaxWarningId = (typeof syntaxWarnings)[number]["id"];

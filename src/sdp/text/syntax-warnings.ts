import { ruleEntry } from "../rule-entry.ts";

/** The warnings that the reading of the lines gives. */
export const syntaxWarnings = [
  ruleEntry("W14", "warning", "9429 5.8", "an attribute at another level is ignored"),
  ruleEntry("W15", "warning", "9429 5.8", "a single attribute is repeated"),
  ruleEntry("W16", "warning", "8866 9", "the last line has no end, which Chromium refuses"),
  ruleEntry("W17", "warning", "8839 5.4", "an ICE value has one of - = # _, or commas between ice-options"),
  ruleEntry("W18", "warning", "8122 5", "a fingerprint has lower-case digits"),
  ruleEntry("W19", "warning", "8830 2", "an msid is not of tokens"),
  ruleEntry("W30", "warning", "9429 5.8", "an unknown attribute has nearly the name of a known one"),
] as const;

/** The ids of those warnings. */
export type SyntaxWarningId = (typeof syntaxWarnings)[number]["id"];

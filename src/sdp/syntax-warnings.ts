import { type Reference, rfc } from "../specifications.ts";
import type { RuleEntry } from "./syntax-rules.ts";

const warning = (id: string, summary: string, reference: Reference): RuleEntry => ({
  id,
  severity: "warning",
  summary,
  reference,
});

/** What the reading of the lines warns of. */
export const syntaxWarnings: readonly RuleEntry[] = [
  warning("W14", "an attribute stands at a level that it does not have and is ignored", rfc(9429, "5.8")),
  warning("W15", "a single attribute is repeated with the same value", rfc(9429, "5.8")),
  warning("W16", "the last line has no line end", rfc(8866, "9")),
  warning("W17", "an ICE value has a character of - = # _", rfc(8839, "5.4")),
  warning("W18", "a fingerprint has lower-case digits", rfc(8122, "5")),
  warning("W19", "an msid has a character that no token has", rfc(8830, "2")),
];

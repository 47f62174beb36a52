import { type Reference, rfc, webrtcPc } from "../specifications.ts";

/** What every rule says of itself. */
export interface RuleEntry {
  readonly id: string;
  readonly severity: "error" | "warning";
  readonly summary: string;
  readonly reference: Reference;
}

const error = (id: string, summary: string, reference: Reference): RuleEntry => ({
  id,
  severity: "error",
  summary,
  reference,
});
/** The bound on the length: what is over it is not read, an OperationError. */
export const lengthRule = error("L1", "the text is no longer than maxSdpLength", webrtcPc("set-description"));

/** What makes a text SDP: the refusals are an RTCError with the line. S4, S5 and S6 can be tolerated. */
export const syntaxRules: readonly RuleEntry[] = [
  error("S1", "every line is a known lower-case letter, = and a value, without NUL or a stray CR", rfc(8866, "5")),
  error("S2", "the lines stand in their order and number, and none is missing", rfc(8866, "5")),
  error("S3", "a line follows its grammar", rfc(8866, "9")),
  error("S4", "a known attribute follows its grammar", rfc(9429, "5.8")),
  error("S5", "an attribute that is single at its level has one value there", rfc(9429, "5.8")),
  error("S6", "an m= section has connection data, its own or the session's", rfc(8866, "5.7")),
];

import { cited, type Reference } from "../../../specifications.ts";
import type { SyntaxWarningId } from "../syntax-warnings.ts";
import type { Matcher } from "./matcher.ts";
import { compile } from "./notation.ts";

/**
 * Where an attribute may stand: in the session part, in a media section, or in both, where the session's is
 * inherited.
 */
export type Levels = "S" | "M" | "SM";

/**
 * What is deployed but not in the specification: the id of the warning that it gets, and the grammar of the
 * specification.
 */
export interface Tolerance {
  readonly rule: SyntaxWarningId;
  readonly strict: Matcher;
}

/** One known attribute. */
export interface AttributeGrammar {
  /** The name under which it is found: the four directions are one attribute. */
  readonly key: string;
  readonly levels: Levels;
  /** At most one value a level. */
  readonly single: boolean;
  /** The grammar of its value in the specification; empty for a flag, which has no value. */
  readonly form: string;
  /** What is accepted. */
  readonly value: Matcher;
  readonly tolerance: Tolerance | null;
  readonly reference: Reference;
}

/** Its `accepted` is the grammar that is accepted in place of `form`, where the classes below do not say it. */
type Row = readonly [
  names: string,
  levels: Levels,
  count: "single" | "any",
  form: string,
  reference: string,
  accepted?: string,
];

/**
 * The class that the grammar of a specification names, the class that is accepted in its place, and the id of the
 * warning.
 */
const tolerances = [
  ["ice-char", "deployed-ice-char", "W17"],
  ["upper-hex", "hex", "W18"],
  ["token-char", "vchar", "W19"],
] as const;

// biome-ignore format: a table reads best as a table
const attributeRows: readonly Row[] = [
  ["ice-ufrag", "SM", "single", "4*256ice-char", "8839 5.4"],
  ["ice-pwd", "SM", "single", "22*256ice-char", "8839 5.4"],
  ["ice-options", "SM", "single", "1*ice-char{ 1*ice-char}", "8839 5.6", "1*ice-char{(, |,| )1*ice-char}"],
  ["ice-lite", "S", "single", "", "8839 5.3"],
  ["candidate", "M", "any", "1*32ice-char 1-256 token 1*10digit non-ws port typ token[ raddr non-ws][ rport port]{ token 0*vchar}", "8839 5.1"],
  ["remote-candidates", "M", "any", "1-256 non-ws port{ 1-256 non-ws port}", "8839 5.2"],
  ["end-of-candidates", "SM", "single", "", "8840 8.1"],
  ["rtcp-mux", "M", "single", "", "5761 5.1.1"],
  ["rtcp-mux-only", "M", "single", "", "8858 3"],
  ["rtcp-rsize", "M", "single", "", "5506 5"],
  ["bundle-only", "M", "single", "", "9143 6"],
  ["fingerprint", "SM", "any", "token 2*2upper-hex{:2*2upper-hex}", "8122 5"],
  ["setup", "SM", "single", "(active|passive|actpass|holdconn)", "4145 4"],
  ["tls-id", "SM", "single", "20*255tls-id-char", "8842 4"],
  ["group", "S", "any", "token{ token}", "5888 5"],
  ["mid", "M", "single", "token", "5888 4"],
  ["sendrecv sendonly recvonly inactive", "SM", "single", "", "8866 6.7"],
  ["extmap", "SM", "any", "1*5digit[/(sendrecv|sendonly|recvonly|inactive)] non-ws[ bytes]", "8285 8"],
  ["msid", "M", "any", "1*64token-char[ 1*64token-char]", "8830 2", "1*64token-char[ 1*64token-char[ ]]"],
  // A malformed one is discarded, not refused (RFC 8851 §6.2.2): who reads rids asks for their grammar.
  ["rid", "M", "any", "bytes", "8851 10"],
  ["simulcast", "M", "single", "(send rids{;rids}[ recv rids{;rids}]|recv rids{;rids}[ send rids{;rids}])", "8853 5.1"],
  ["rtpmap", "M", "any", "zero-based-integer token/digits[/digits]", "8866 6.6"],
  ["fmtp", "M", "any", "token bytes", "8866 6.15"],
  ["ptime", "M", "single", "non-zero-int-or-real", "8866 6.4"],
  ["maxptime", "M", "single", "non-zero-int-or-real", "8866 6.5"],
  ["rtcp", "M", "single", "port[ token token non-ws]", "3605 2.1"],
  ["rtcp-fb", "M", "any", "token bytes", "4585 4.2"],
  ["ssrc", "M", "any", "0-4294967295 token[:bytes]", "5576 4.1"],
  ["ssrc-group", "M", "any", "token{ 0-4294967295}", "5576 4.2"],
  ["sctp-port", "M", "single", "(0|1-65535)", "8841 5"],
  ["max-message-size", "M", "single", "zero-based-integer", "8841 6"],
  ["imageattr", "M", "any", "(*|digits)( send sets[ recv sets]| recv sets[ send sets])", "6236 3.1.1"],
  ["identity", "S", "any", "1*base64-char[ bytes]", "8827 5"],
  // Known because content rules look for them; their values are not read.
  ["crypto", "M", "any", "rest", "4568 9.1"],
  ["sctpmap", "M", "any", "rest", "9429 5.1.2"],
];

/**
 * The known attributes by name; an attribute that is not here is ignored.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9429.html#section-5.8
 */
export const attributeGrammars: ReadonlyMap<string, AttributeGrammar> = new Map(
  attributeRows.flatMap(([names, levels, count, form, reference, deployed = form]) => {
    const synonyms = names.split(" ");
    const key = synonyms.length > 1 ? "direction" : names;
    const strict = compile(form);
    const [specified = "", accepted = "", rule] = tolerances.find(([name]) => form.includes(name)) ?? [];
    const tolerance = rule === undefined ? null : { rule, strict };
    const value = rule === undefined ? strict : compile(deployed.replaceAll(specified, accepted));
    const single = count === "single";
    const grammar = { key, levels, single, form, value, tolerance, reference: cited(reference) };
    return synonyms.map((name) => [name, grammar] as const);
  }),
);

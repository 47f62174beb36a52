import { type Reference, rfc } from "../../specifications.ts";
import {
  candidate,
  extmap,
  fingerprint,
  imageattr,
  msid,
  remoteCandidates,
  rtcp,
  rtpmap,
  STRICT_HEX,
  simulcast,
  ssrc,
  ssrcGroup,
  TOLERATED_HEX,
} from "./attribute-value.ts";
import { BASE64_CHAR, ICE_CHAR, TLS_ID_CHAR, TOKEN_CHAR, TOLERATED_ICE_CHAR, VISIBLE } from "./character-class.ts";
import {
  bytes,
  digits,
  either,
  integer,
  list,
  type Matcher,
  optional,
  repeated,
  rest,
  run,
  sequence,
  token,
  withoutLeadingZero,
} from "./matcher.ts";

/** Where an attribute may stand: in the session part, in a media section, or in both, where the session's is inherited. */
export type Levels = "S" | "M" | "SM";

/** What is deployed but not in the specification: what is accepted, and the id of the warning it deserves. */
export interface Tolerance {
  readonly rule: string;
  readonly strict: Matcher;
}

/** One known attribute. */
export interface AttributeGrammar {
  readonly name: string;
  /** The name under which it is found: the four directions are one attribute. */
  readonly key: string;
  readonly levels: Levels;
  /** At most one value a level. */
  readonly single: boolean;
  /** The grammar of its value; null for a flag, which has none. */
  readonly value: Matcher | null;
  readonly form: string;
  readonly tolerance: Tolerance | null;
  readonly reference: Reference;
}

type Row = readonly [
  names: string,
  levels: Levels,
  count: "single" | "any",
  form: string,
  value: Matcher | null,
  rfc: number,
  section: string,
  tolerance?: Tolerance,
];

const flag = null;
const tokens = list(" ", token);
const number = sequence(digits, optional(".", digits));
const iceExtras = (strict: Matcher): Tolerance => ({ rule: "W17", strict });
const iceTokens = (iceChar: number): Matcher => list(" ", run(iceChar));

// biome-ignore format: a table reads best as a table
const table: readonly Row[] = [
  ["ice-ufrag", "SM", "single", "4-256 ice-char", run(TOLERATED_ICE_CHAR, 4, 256), 8839, "5.4", iceExtras(run(ICE_CHAR))],
  ["ice-pwd", "SM", "single", "22-256 ice-char", run(TOLERATED_ICE_CHAR, 22, 256), 8839, "5.4", iceExtras(run(ICE_CHAR))],
  ["ice-options", "SM", "single", "token ...", iceTokens(TOLERATED_ICE_CHAR), 8839, "5.6", iceExtras(iceTokens(ICE_CHAR))],
  ["ice-lite", "S", "single", "", flag, 8839, "5.3"],
  ["candidate", "M", "any", "foundation component transport priority address port typ type ...", candidate(TOLERATED_ICE_CHAR), 8839, "5.1", iceExtras(candidate(ICE_CHAR))],
  ["remote-candidates", "M", "any", "component address port ...", remoteCandidates, 8839, "5.2"],
  ["end-of-candidates", "SM", "single", "", flag, 8840, "8.1"],
  ["rtcp-mux", "M", "single", "", flag, 5761, "5.1.1"],
  ["rtcp-mux-only", "M", "single", "", flag, 8858, "3"],
  ["rtcp-rsize", "M", "single", "", flag, 5506, "5"],
  ["bundle-only", "M", "single", "", flag, 9143, "6"],
  ["fingerprint", "SM", "any", "hash XX:XX:...", fingerprint(TOLERATED_HEX), 8122, "5", { rule: "W18", strict: fingerprint(STRICT_HEX) }],
  ["setup", "SM", "single", "active, passive, actpass or holdconn", either("active", "passive", "actpass", "holdconn"), 4145, "4"],
  ["tls-id", "SM", "single", "20-255 tls-id-char", run(TLS_ID_CHAR, 20, 255), 8842, "4"],
  ["group", "S", "any", "semantics mid ...", tokens, 5888, "5"],
  ["mid", "M", "single", "token", token, 5888, "4"],
  ["sendrecv sendonly recvonly inactive", "SM", "single", "", flag, 8866, "6.7"],
  ["extmap", "SM", "any", "id[/direction] URI ...", extmap, 8285, "8"],
  ["msid", "M", "any", "id [appdata], each 1-64 characters", msid(VISIBLE), 8830, "2", { rule: "W19", strict: msid(TOKEN_CHAR) }],
  // A malformed one is discarded, not refused (RFC 8851 §6.2.2): who reads rids asks for their grammar.
  ["rid", "M", "any", "id send|recv ...", bytes, 8851, "10"],
  ["simulcast", "M", "single", "send list [recv list]", simulcast, 8853, "5.1"],
  ["rtpmap", "M", "any", "payload-type encoding/rate[/channels]", rtpmap, 8866, "6.6"],
  ["fmtp", "M", "any", "fmt parameters", sequence(token, " ", bytes), 8866, "6.15"],
  ["ptime", "M", "single", "number", number, 8866, "6.4"],
  ["maxptime", "M", "single", "number", number, 8866, "6.5"],
  ["rtcp", "M", "single", "port [nettype addrtype address]", rtcp, 3605, "2.1"],
  ["rtcp-fb", "M", "any", "*|fmt value", sequence(token, " ", bytes), 4585, "4.2"],
  ["ssrc", "M", "any", "id attribute[:value]", ssrc, 5576, "4.1"],
  ["ssrc-group", "M", "any", "semantics id ...", ssrcGroup, 5576, "4.2"],
  ["sctp-port", "M", "single", "port without leading 0", withoutLeadingZero(integer(0, 65535)), 8841, "5"],
  ["max-message-size", "M", "single", "number without leading 0", withoutLeadingZero(digits), 8841, "6"],
  ["imageattr", "M", "any", "*|fmt send|recv sets ...", imageattr, 6236, "3.1.1"],
  ["identity", "S", "any", "base64 ...", sequence(run(BASE64_CHAR), repeated(" ", bytes)), 8827, "5"],
  // Known for what the content rules ask of them; their values are not read.
  ["crypto", "M", "any", "value", rest, 4568, "9.1"],
  ["sctpmap", "M", "any", "value", rest, 8841, "5"],
];

/**
 * The known attributes by name; an attribute that is not here is ignored.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9429.html#section-5.8
 */
export const attributeGrammars: ReadonlyMap<string, AttributeGrammar> = byName();

function byName(): Map<string, AttributeGrammar> {
  const rows = new Map<string, AttributeGrammar>();
  for (const [names, levels, count, form, value, number, section, tolerance = null] of table) {
    const synonyms = names.split(" ");
    const key = synonyms.length > 1 ? "direction" : names;
    const reference = rfc(number, section);
    for (const name of synonyms) {
      rows.set(name, { name, key, levels, single: count === "single", value, form, tolerance, reference });
    }
  }
  return rows;
}

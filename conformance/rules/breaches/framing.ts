// S1, S2, S3, S6: what makes a text SDP.
import { type Breach, breachesOn } from "../breach.ts";
import {
  add,
  addAfter,
  addBefore,
  everywhere,
  moveToEnd,
  remove,
  replace,
  replaceFirst,
  section,
  session,
  swap,
} from "../sdp-edit.ts";

const offered = breachesOn("remote offer");

/** Breaches of the framing: each line a letter, an equals sign and a value. */
export const framingBreaches: readonly Breach[] = [
  offered("S1-unknown-type", "a line of the type x", session(addAfter(/^t=/, "x=1"))),
  offered("S1-no-equals-sign", "a line without an equals sign", section(0, add("x-test"))),
  offered("S1-capital-type", "a line that begins with A=", section(0, add("A=x-test"))),
  offered("S1-leading-space", "an attribute line after a space", section(0, add(" a=x-test"))),
  offered("S1-empty-line", "an empty line between two sections", section(0, add(""))),
  offered("S1-empty-line-at-the-end", "an empty line after the last", (sdp) => `${sdp}\r\n`),
  offered("S1-lone-carriage-return", "a carriage return inside a line", section(0, add("a=x-test:one\rtwo"))),
  offered("S1-nul", "a NUL character inside a line", section(0, add("a=x-test:one\0two"))),
  offered("S1-json", "SDP as a JSON string, its line ends escaped", (sdp) => JSON.stringify(sdp)),
  offered("S1-description-as-json", "a whole description as JSON", (sdp) => JSON.stringify({ type: "offer", sdp })),
  offered("S1-object-object", "the text [object Object]", () => "[object Object]"),
];

/** Breaches of the order, number and presence of lines. */
export const orderBreaches: readonly Breach[] = [
  offered("S2-empty", "an empty text", () => ""),
  offered("S2-no-version", "no v= line", session(remove(/^v=/))),
  offered("S2-no-origin", "no o= line", session(remove(/^o=/))),
  offered("S2-no-name", "no s= line", session(remove(/^s=/))),
  offered("S2-no-time", "no t= line", session(remove(/^t=/))),
  offered("S2-origin-first", "o= before v=", session(swap(/^v=/, /^o=/))),
  offered("S2-name-before-origin", "s= before o=", session(swap(/^o=/, /^s=/))),
  offered("S2-time-before-name", "t= before s=", session(swap(/^s=/, /^t=/))),
  offered("S2-two-names", "two s= lines", session(addAfter(/^s=/, "s=again"))),
  offered("S2-connection-after-time", "the session's c= after t=", session(addAfter(/^t=/, "c=IN IP4 0.0.0.0"))),
  offered("S2-bandwidth-after-attributes", "the session's b= after its a= lines", session(add("b=AS:1000"))),
  offered(
    "S2-two-connections",
    "two c= lines in the session part",
    session(addBefore(/^t=/, "c=IN IP4 0.0.0.0"), addBefore(/^t=/, "c=IN IP4 0.0.0.0")),
  ),
];

/** Lines out of order inside one m= section. */
export const mediaOrderBreaches: readonly Breach[] = [
  offered("S7-bandwidth-before-connection", "b= before the section's c=", section(0, addBefore(/^c=/, "b=AS:750"))),
  offered("S7-attributes-before-connection", "c= after the section's a= lines", section(0, moveToEnd(/^c=/))),
  offered("S7-bandwidth-after-attributes", "b= after the section's a= lines", section(0, add("b=AS:750"))),
  offered("S7-information-after-connection", "i= after the section's c=", section(0, addAfter(/^c=/, "i=words"))),
];

/** Breaches of the grammar of a line. */
export const lineBreaches: readonly Breach[] = [
  offered("S3-version", "v=1", session(replace(/^v=0$/, "v=1"))),
  offered("S3-origin-short", "an o= line without its address", session(replace(/^(o=.*) \S+$/, "$1"))),
  offered("S3-origin-words", "a session id in o= that is no number", session(replace(/^(o=\S+) \d+/, "$1 words"))),
  offered("S3-empty-name", "s= without a value", session(replace(/^s=.*/, "s="))),
  offered("S3-time-words", "t=now 0", session(replace(/^t=.*/, "t=now 0"))),
  offered("S3-time-short", "t= with a number of one digit", session(replace(/^t=.*/, "t=1 0"))),
  offered("S3-connection-short", "a c= line without its address", section(0, replace(/^c=.*/, "c=IN IP4"))),
  offered("S3-bandwidth-words", "b=AS:fast", section(0, addAfter(/^c=/, "b=AS:fast"))),
  offered("S3-email", "e= without an at sign", session(addAfter(/^s=/, "e=somebody"))),
  offered("S3-key", "k= with an unknown method", section(0, addAfter(/^c=/, "k=none"))),
  offered("S3-media-without-formats", "an m= line without formats", section(2, replace(/^(m=\S+ \S+ \S+) .*/, "$1"))),
  offered("S3-port-words", "an m= line whose port is no number", section(0, replace(/^(m=\S+) \d+/, "$1 nine"))),
  offered("S3-port-too-high", "an m= line with the port 65536", section(0, replace(/^(m=\S+) \d+/, "$1 65536"))),
  offered("S3-nameless-attribute", "a= without a name", section(0, add("a="))),
  offered("S3-valueless-attribute", "an attribute with a colon and no value", section(0, add("a=x-test:"))),
];

/** What RFC 3264 and RFC 8866 say of numbers. */
export const numberBreaches: readonly Breach[] = [
  {
    ...offered(
      "S3-origin-too-high",
      "a session id of 2^63 in o=",
      session(replace(/^(o=\S+) \d+/, "$1 9223372036854775808")),
    ),
  },
  {
    ...offered(
      "S3-version-too-high",
      "a version of 2^63 in o=",
      session(replace(/^(o=\S+ \S+) \d+/, "$1 9223372036854775808")),
    ),
  },
  {
    ...offered(
      "W11-leading-zero",
      "a payload type with a leading zero in the m= line",
      section(0, replace(/^(?<before>m=.* )9 /, "$<before>09 ")),
    ),
  },
  {
    ...offered(
      "S4-leading-zero",
      "a payload type with a leading zero, in the m= line and in each attribute",
      section(0, replace(/^(?<before>m=.* |a=(?:rtpmap|fmtp|rtcp-fb):)9 /, "$<before>09 ")),
    ),
  },
  { ...offered("S4-ptime-zero", "ptime:0", section(0, add("a=ptime:0"))) },
];

/** A section that does not say where its media is. */
export const connectionBreaches: readonly Breach[] = [
  offered("S6-one-section", "one section without c=, nor the session", section(2, remove(/^c=/))),
  offered("S6-no-section", "no c= line at all", everywhere(remove(/^c=/))),
  { ...offered("S6-audio", "an audio section without c=", section(0, remove(/^c=/))) },
  offered("W16-no-last-end", "the last line without its end", (sdp) => sdp.slice(0, -2)),
  offered(
    "W18-lower-case",
    "a fingerprint in lower case",
    everywhere(replace(/^a=fingerprint:sha-256 .*/, "$&"), lowerFingerprint),
  ),
  offered("W17-ufrag", "an ice-ufrag with - and _", everywhere(replace(/^a=ice-ufrag:.*/, "a=ice-ufrag:with-and_"))),
  {
    ...offered(
      "W17-options-by-commas",
      "ice-options separated by a comma",
      everywhere(replace(/^a=ice-options:.*/, "a=ice-options:trickle,ice2")),
    ),
  },
  offered("W19-slashes", "an msid with slashes", section(0, replaceFirst(/^a=msid:.*/, "a=msid:stream/1 track/1"))),
];

function lowerFingerprint(lines: readonly string[]): readonly string[] {
  return lines.map((line) => {
    return line.startsWith("a=fingerprint:") ? line.replace(/ .*/, (value) => value.toLowerCase()) : line;
  });
}

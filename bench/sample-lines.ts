import { attributeGrammars } from "../src/sdp/text/grammar/attribute-grammar.ts";
import { lineGrammars } from "../src/sdp/text/grammar/line-grammar.ts";

/** A value of an attribute or of a line: the whole of a short one, and what makes a long one where it is repeated behind it. */
type Sample = readonly [level: "S" | "M", value: string, more: string];

const pairs = ":AB";

/** By the names of the attributes. */
const attributes: Readonly<Record<string, Sample>> = {
  "ice-ufrag": ["M", "abcd", "a"],
  "ice-pwd": ["M", "0123456789012345678901", "a"],
  "ice-options": ["M", "ice2", " a"],
  "ice-lite": ["S", "", ""],
  candidate: ["M", "1 1 udp 1 192.0.2.1 9 typ host", " a b"],
  "remote-candidates": ["M", "1 192.0.2.1 9", " 1 a 9"],
  "end-of-candidates": ["M", "", ""],
  "rtcp-mux": ["M", "", ""],
  "rtcp-mux-only": ["M", "", ""],
  "rtcp-rsize": ["M", "", ""],
  "bundle-only": ["M", "", ""],
  fingerprint: ["M", "sha-256 AB", pairs],
  setup: ["M", "actpass", "t"],
  "tls-id": ["M", "01234567890123456789", "a"],
  group: ["S", "LS 1", " 1"],
  mid: ["M", "0", "a"],
  sendrecv: ["M", "", ""],
  sendonly: ["M", "", ""],
  recvonly: ["M", "", ""],
  inactive: ["M", "", ""],
  extmap: ["M", "1 urn:a", " a"],
  msid: ["M", "a b", "b"],
  rid: ["M", "a send", " b"],
  simulcast: ["M", "send a", ";a"],
  rtpmap: ["M", "0 PCMU/8000", "0"],
  fmtp: ["M", "0 a=b", ";a=b"],
  ptime: ["M", "20", "1"],
  maxptime: ["M", "20", "1"],
  rtcp: ["M", "9 IN IP4 0.0.0.0", "0"],
  "rtcp-fb": ["M", "0 nack", " pli"],
  ssrc: ["M", "1 cname:a", "a"],
  "ssrc-group": ["M", "FID 1 2", " 3"],
  "sctp-port": ["M", "5000", "0"],
  "max-message-size": ["M", "1", "0"],
  imageattr: ["M", "0 send [x=1,y=1]", " [x=1,y=1]"],
  identity: ["S", "YWJj", "YWJj"],
  crypto: ["M", "1 X inline:y", "y"],
  sctpmap: ["M", "5000 webrtc-datachannel", " 1"],
  // Not known, one as if by a slip.
  "x-unknown": ["M", "a", "a"],
  sendrecvv: ["M", "", ""],
};

/** By their types; those that have a place of their own in the session part stand in it. */
const lines: Readonly<Record<string, Sample>> = {
  v: ["S", "0", "0"],
  o: ["S", "- 1 1 IN IP4 0.0.0.0", "0"],
  s: ["S", "-", "-"],
  i: ["M", "a", "a"],
  u: ["S", "a:b", "b"],
  e: ["S", "a@b", "b"],
  p: ["S", "+1", "1"],
  c: ["M", "IN IP4 0.0.0.0", "0"],
  b: ["M", "AS:1", "1"],
  t: ["S", "0 0", "0"],
  r: ["S", "7d 1h 0 25h", " 1h"],
  z: ["S", "2882844526 -1h", " 2882844526 -1h"],
  k: ["M", "clear:a", "a"],
  a: ["M", "x", "x"],
  m: ["M", "audio 9 RTP/SAVPF 0", " 0"],
};

const session = ["v=0", "o=- 1 1 IN IP4 0.0.0.0", "s=-", "c=IN IP4 0.0.0.0", "t=0 0"];
const section = ["m=audio 9 RTP/SAVPF 0", "a=mid:0"];

/** A text of about that length that has one line again and again, or once and very long, well-formed or not. */
export interface GrownLine {
  readonly name: string;
  readonly shape: string;
  readonly text: (length: number) => string;
}

/** Of every attribute and every type of line, whatever grows. */
export function grownLines(): readonly GrownLine[] {
  return [
    ...[...attributeGrammars.keys(), "x-unknown", "sendrecvv"].flatMap((name) => {
      const [level, value, more] = attributes[name] ?? none(`a=${name}`);
      return shapes(`a=${name}`, level, `a=${name}${value === "" ? "" : `:${value}`}`, more || "x");
    }),
    ...[...lineGrammars.keys()].flatMap((type) => {
      const [level, value, more] = lines[type] ?? none(`${type}=`);
      return shapes(`${type}=`, level, `${type}=${value}`, more);
    }),
  ];
}

function shapes(name: string, level: Sample[0], line: string, more: string): readonly GrownLine[] {
  const grown = (shape: string, repeated: (length: number) => readonly string[]): GrownLine => ({
    name,
    shape,
    text: (length) => textWith(name, level, repeated(length)),
  });
  const many = (text: string) => (length: number) => new Array(Math.ceil(length / (text.length + 1))).fill(text);
  return [
    grown("many lines", many(line)),
    grown("many malformed lines", many(`${line} (`)),
    grown("one long line", (length) => [line + more.repeat(length / more.length)]),
    grown("one long malformed line", (length) => [`${line}${more.repeat(length / more.length)} (`]),
  ];
}

/** The lines in their place, by the order of the session part, or in a section. */
function textWith(name: string, level: Sample[0], grown: readonly string[]): string {
  if (level === "M") return `${[...session, ...section, ...grown].join("\n")}\n`;
  const type = name.charAt(0);
  const order = [...lineGrammars.keys()];
  const before = session.filter(
    (line) => order.indexOf(line.charAt(0)) <= order.indexOf(type) && !line.startsWith(`${type}=`),
  );
  const after = session.filter((line) => order.indexOf(line.charAt(0)) > order.indexOf(type));
  return `${[...before, ...grown, ...after, ...section].join("\n")}\n`;
}

function none(name: string): never {
  throw new Error(`bench/sample-lines.ts has no sample of ${name}`);
}

import fc from "fast-check";
import { type Edit, linesOf, spliced } from "./sdp-lines.ts";
import { sectionEdit } from "./sdp-section-edits.ts";
import { answers, offers } from "./sdp-seeds.ts";

/** Lines and values that have broken parsers before. */
const lines = [
  "a=mid:0",
  "a=mid:__proto__",
  "a=group:BUNDLE 0 0 1",
  "a=group:BUNDLE",
  "a=bundle-only",
  "a=rtcp-mux:1",
  "a=setup:holdconn",
  "a=extmap:1 urn:a",
  "a=extmap:4096 urn:b",
  "a=rid:1 send pt=96",
  "a=simulcast:send 1;2,~3 recv 4",
  "a=simulcast: send rid=1",
  "a=imageattr:* send [x=[48:1920],y=[48:1080],q=1.0] recv *",
  "a=candidate:1 1 udp 1 ::1 9 typ host raddr",
  "a=rtcp:9 IN IP4 0.0.0.0",
  "a=ssrc:4294967296 cname:x",
  "a=ptime:....",
  "a=msid:a/b c=d",
  "a=rtcp-fb:* x-new",
  "a=rtpmap:96 H264/90000",
  "a=constructor",
  "a=",
  "a",
  "",
  "c=IN IP4 0.0.0.0",
  "t=0 0",
  "b=AS:1",
  "k=clear:x",
  "z=0 -1h",
  "m=audio 0 UDP/TLS/RTP/SAVPF 0",
  "m=application 9 DTLS/SCTP 5000",
  "m=x 65536 y z",
] as const;
const words = [
  "",
  "0",
  "-1",
  "65535",
  "NaN",
  "Infinity",
  "1e9",
  "__proto__",
  "\0",
  "\r",
  "\u2028",
  "🎥",
  "\ud800",
  "~",
];

const index = fc.nat(1000);
const at = (list: readonly string[], place: number): number => (list.length === 0 ? 0 : place % list.length);
const splice = (list: readonly string[], place: number, removed: number, ...added: readonly string[]): string[] =>
  spliced(list, at(list, place), removed, ...added);

const remove: fc.Arbitrary<Edit> = index.map((place) => (list) => splice(list, place, 1));
const insert: fc.Arbitrary<Edit> = fc.tuple(index, fc.constantFrom(...lines)).map(
  ([place, line]) =>
    (list) =>
      splice(list, place, 0, line),
);
const repeat: fc.Arbitrary<Edit> = fc.tuple(index, fc.integer({ min: 1, max: 40 })).map(
  ([place, times]) =>
    (list) =>
      splice(list, place, 0, ...new Array<string>(times).fill(list[at(list, place)] ?? "")),
);
const swap: fc.Arbitrary<Edit> = fc.tuple(index, index).map(([one, other]) => (list) => {
  const copy = [...list];
  const [first, second] = [at(list, one), at(list, other)];
  [copy[first], copy[second]] = [copy[second] ?? "", copy[first] ?? ""];
  return copy;
});
const replaceWord: fc.Arbitrary<Edit> = fc
  .tuple(index, index, fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 12, unit: "binary" })))
  .map(([place, word, by]) => (list) => {
    const parts = (list[at(list, place)] ?? "").split(/([ :;,/=])/);
    return splice(list, place, 1, splice(parts, word, 1, by).join(""));
  });
const lowerCase: fc.Arbitrary<Edit> = index.map(
  (place) => (list) => splice(list, place, 1, (list[at(list, place)] ?? "").toLowerCase()),
);
const crossOver = (donors: readonly string[]): fc.Arbitrary<Edit> =>
  fc.tuple(index, fc.constantFrom(...donors), index, fc.nat(20)).map(([place, donor, from, length]) => (list) => {
    const donated = linesOf(donor);
    const start = at(donated, from);
    return splice(list, place, 0, ...donated.slice(start, start + length));
  });
const truncate: fc.Arbitrary<Edit> = index.map((place) => (list) => list.slice(0, at(list, place)));

const lineEnd = fc.oneof(
  { weight: 15, arbitrary: fc.constantFrom("\r\n", "\n") },
  { weight: 1, arbitrary: fc.constantFrom("\r", "\n\n") },
);

/**
 * A valid description after a few edits that know what a description is made of; sometimes none.
 *
 * @param donors whose lines may come in
 */
export function mutated(
  seeds: readonly string[],
  donors: readonly string[] = [...offers, ...answers],
): fc.Arbitrary<string> {
  const lineEdit = fc.oneof(remove, insert, repeat, swap, replaceWord, lowerCase, crossOver(donors), truncate);
  const edit = fc.oneof(lineEdit, sectionEdit);
  return fc
    .tuple(fc.constantFrom(...seeds), fc.array(edit, { maxLength: 6 }), lineEnd)
    .map(([seed, edits, end]) => edits.reduce((list, change) => change(list), linesOf(seed)).join(end));
}

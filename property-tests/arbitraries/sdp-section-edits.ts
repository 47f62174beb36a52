import fc from "fast-check";
import { type Edit, spliced } from "./sdp-lines.ts";

type Part = readonly string[];

const place = fc.nat(1000);

/** The session part, then the m= sections. */
function partsOf(lines: readonly string[]): Part[] {
  const starts = lines.flatMap((line, index) => (line.startsWith("m=") ? [index] : []));
  return [0, ...starts].map((start, part) => lines.slice(start, starts[part]));
}

/** An edit of the m= sections as wholes; it leaves alone what has none. */
function ofSections(change: (sections: Part[]) => readonly Part[]): Edit {
  return (lines) => {
    const [session = [], ...sections] = partsOf(lines);
    return sections.length === 0 ? lines : [session, ...change(sections)].flat();
  };
}

const drop = place.map((one) => ofSections((sections) => spliced(sections, one % sections.length, 1)));

const repeat = fc.tuple(place, place).map(([from, to]) =>
  ofSections((sections) => {
    const copy = sections[from % sections.length] ?? [];
    return spliced(sections, to % (sections.length + 1), 0, copy);
  }),
);

const swap = fc.tuple(place, place).map(([one, other]) =>
  ofSections((sections) => {
    const [first, second] = [one % sections.length, other % sections.length];
    const exchanged = spliced(sections, first, 1, sections[second] ?? []);
    return spliced(exchanged, second, 1, sections[first] ?? []);
  }),
);

const reject = place.map((one) =>
  ofSections((sections) => {
    const [line = "", ...rest] = sections[one % sections.length] ?? [];
    return spliced(sections, one % sections.length, 1, [line.replace(/ \d+/, " 0"), ...rest]);
  }),
);

const bundleOnly = place.map((one) =>
  ofSections((sections) => {
    const [line = "", ...rest] = sections[one % sections.length] ?? [];
    const section = [line.replace(/ \d+/, " 0"), ...rest.slice(0, 1), "a=bundle-only", ...rest.slice(1)];
    return spliced(sections, one % sections.length, 1, section);
  }),
);

/** The mids dealt out anew to two BUNDLE groups and none. */
const regroup: fc.Arbitrary<Edit> = fc
  .array(fc.constantFrom(0, 0, 0, 1, 2), { minLength: 1, maxLength: 6, size: "max" })
  .map((deal) => (lines) => {
    const mids = lines.filter((line) => line.startsWith("a=mid:")).map((line) => line.slice("a=mid:".length));
    const groups = [0, 1].flatMap((group) => {
      const members = mids.filter((_, index) => deal[index % deal.length] === group);
      return members.length === 0 ? [] : [`a=group:BUNDLE ${members.join(" ")}`];
    });
    const others = lines.filter((line) => !line.startsWith("a=group:BUNDLE"));
    const first = others.findIndex((line) => line.startsWith("m="));
    return first < 0 ? lines : spliced(others, first, 0, ...groups);
  });

/** A transport's identity, changed everywhere: a restart of ICE, another certificate, the other DTLS role. */
const renewed: readonly (readonly [RegExp, string])[] = [
  [/^a=ice-ufrag:.*/, "a=ice-ufrag:renewed"],
  [/^a=ice-pwd:.*/, "a=ice-pwd:renewedRenewedRenewed01"],
  [/^a=fingerprint:.*/, `a=fingerprint:sha-256 ${new Array(32).fill("CD").join(":")}`],
  [/^a=setup:.*/, "a=setup:active"],
  [/^a=setup:.*/, "a=setup:passive"],
  [/^a=setup:.*/, "a=setup:holdconn"],
  [/^a=mid:/, "a=mid:n"],
  [/^a=extmap:1 /, "a=extmap:2 "],
  [/^a=rtcp-mux$/, "a=x-none"],
  [/^a=group:.*/, "a=x-none"],
  [/^a=(sendrecv|sendonly)$/, "a=recvonly"],
  [/^a=(sendrecv|recvonly)$/, "a=sendonly"],
];

const renew: fc.Arbitrary<Edit> = fc.constantFrom(...renewed).map(
  ([pattern, by]) =>
    (lines) =>
      lines.map((line) => line.replace(pattern, by)),
);

/** A line's value goes to another line of the same attribute. */
const copyValue: fc.Arbitrary<Edit> = fc.tuple(place, place).map(([from, to]) => (lines) => {
  const line = lines[from % lines.length] ?? "";
  const name = line.split(":")[0] ?? "";
  const places = lines.flatMap((other, index) => (other.startsWith(name) ? [index] : []));
  const target = places[to % places.length];
  return target === undefined ? lines : spliced(lines, target, 1, line);
});

/** An edit that knows sections and attributes. */
export const sectionEdit: fc.Arbitrary<Edit> = fc.oneof(
  drop,
  repeat,
  swap,
  reject,
  bundleOnly,
  regroup,
  renew,
  copyValue,
);

import { slots } from "../given/contexts.ts";
import { type Judged, times, upTo } from "./growing-case.ts";

/** Makes a description larger. All descriptions of a call grow alike, so that they stay descriptions of one call. */
type Growth = (text: string, count: number) => string;

const partsOf = (text: string): readonly [session: string, ...sections: string[]] =>
  text.split(/(?<=\n)(?=m=)/) as [string, ...string[]];
const linesOf = (part: string): string[] => part.split(/(?<=\n)/);
const long = (count: number): string => "z".repeat(16 * count);
const withMids = (line: string, mids: readonly string[]): string =>
  line.replace(/^(a=group:\S+).*/, `$1 ${mids.join(" ")}`);
const midsIn = (line: string): readonly string[] => line.trimEnd().split(" ").slice(1);
const isGroup = (line: string): boolean => line.startsWith("a=group:");

/** Every m= section so many times, with mids of its own, and some attributes of the session beside it. */
function sections(groups: (line: string, count: number) => readonly string[]): Growth {
  return (text, count) => {
    const [session, ...rest] = partsOf(text);
    const grown = linesOf(session).flatMap((line) => (isGroup(line) ? groups(line, count) : [line]));
    const copies = upTo(count).flatMap((index) =>
      rest.map((section) => section.replace(/^a=mid:.*$/m, (line) => copyOf(line.trimEnd(), index))),
    );
    return [...grown, ...copies].join("");
  };
}

const copyOf = (mid: string, index: number): string => (index === 0 ? mid : `${mid}~${index}`);

/** All copies in one group. */
const inOneGroup = sections((line, count) => [
  withMids(
    line,
    upTo(count).flatMap((index) => midsIn(line).map((mid) => copyOf(mid, index))),
  ),
]);

/** Each copy in a group of its own. */
const inOwnGroups = sections((line, count) =>
  upTo(count).map((index) =>
    withMids(
      line,
      midsIn(line).map((mid) => copyOf(mid, index)),
    ),
  ),
);

/** The session says much that sections can inherit. */
const session: Growth = (text, count) => {
  const [general, ...rest] = partsOf(text);
  const hex = (index: number) => index.toString(16).toUpperCase().padStart(4, "0").replace(/^../, "$&:");
  const more = [
    ...times(count, (index) => `a=fingerprint:sha-1 ${hex(index)}\r\n`),
    `a=ice-options:${times(count, (index) => `o${index}`).join(" ")}\r\n`,
    ...times(count, (index) => `a=extmap:${(index % 200) + 20} urn:session:${index}\r\n`),
  ];
  return [general, ...more, ...rest].join("");
};

/** What each line of a section is repeated as. */
const repeats: readonly (readonly [line: RegExp, copy: (line: string, index: number) => string])[] = [
  [
    /^a=(rtpmap|fmtp|rtcp-fb):/,
    (line, index) => line.replace(/:\d+/, (id) => `:${Number(id.slice(1)) + 1000 * index}`),
  ],
  [/^a=extmap:/, (line, index) => line.replace(/:\d+(.*)/, `:${(index % 200) + 20}$1:${index}`)],
  [/^a=fingerprint:/, (line, index) => line.replace(/..$/, (index % 256).toString(16).toUpperCase().padStart(2, "0"))],
  [/^a=(ssrc|ssrc-group|msid|candidate|crypto|rid|x-\w+):/, (line, index) => line.replace(/(:\S+)/, `$1${index}`)],
];

function repeated(line: string, count: number): string {
  const bare = line.trimEnd();
  if (bare.startsWith("m=") && bare.includes("RTP")) {
    const [media, port, proto, ...formats] = bare.split(" ");
    const more = upTo(count).flatMap((index) => formats.map((format) => Number(format) + 1000 * index));
    return `${[media, port, proto, ...more].join(" ")}\r\n`;
  }
  if (bare.startsWith("a=simulcast:")) {
    return `${bare}${times(count, (index) => `;${bare.split(/[ ;]/)[1]}${index}`).join("")}\r\n`;
  }
  const copy = repeats.find(([pattern]) => pattern.test(bare))?.[1];
  if (copy === undefined) return line;
  return [line, ...times(count - 1, (index) => `${copy(bare, index + 1)}\r\n`)].join("");
}

/** Every line of a section that may come again comes so many times. */
const lines: Growth = (text, count) => {
  const [general, ...rest] = partsOf(text);
  return [
    general,
    ...rest.map((section) =>
      linesOf(section)
        .map((line) => repeated(line, count))
        .join(""),
    ),
  ].join("");
};

/** The first name of each kind is long: a mid, in its groups too, a codec, the URI of an extension, a feedback, a source's. */
const names: Growth = (text, count) => {
  const more = long(count);
  const mid = /^a=mid:(.*)$/m.exec(text)?.[1]?.trimEnd() ?? "";
  return text
    .replaceAll(`a=mid:${mid}\r\n`, `a=mid:${mid}${more}\r\n`)
    .replace(/^a=group:.*$/m, (line) =>
      withMids(
        line.trimEnd(),
        midsIn(line).map((other) => (other === mid ? mid + more : other)),
      ),
    )
    .replace(/^(a=rtpmap:\d+ [^/]+)/m, `$1${more}`)
    .replace(/^(a=extmap:\S+ \S+)/m, `$1${more}`)
    .replace(/^(a=rtcp-fb:\S+ .*\S)/m, `$1${more}`)
    .replace(/^(a=fmtp:\S+ .*\S)/m, `$1;x=${more}`)
    .replace(/^(a=ssrc:\S+ )/m, `$1x:${more} `);
};

/** The kind of media is a long name in the first sections. */
const media: Growth = (text, count) => {
  let sections = 0;
  return text.replace(/^m=(\S+)/gm, (line) => (sections++ < 3 ? line + long(count) : line));
};

const inTurn =
  (...growths: readonly Growth[]): Growth =>
  (text, count) =>
    growths.reduce((grown, growth) => growth(grown, count), text);

/** The ways in which any call grows, by their two dimensions. */
export const growths: Readonly<Record<string, Growth>> = {
  "sections × mids of one group": inOneGroup,
  "sections × groups": inOwnGroups,
  "sections × lines of the session": inTurn(session, inOneGroup),
  "groups × lines of the session": inTurn(session, inOwnGroups),
  "lines × lines of a section": lines,
  "sections × long names": inTurn(inOneGroup, names),
  "lines × long names": inTurn(lines, names),
  "formats × a long media": inTurn(media, lines),
};

const slotNames = [
  "pendingLocalDescription",
  "currentLocalDescription",
  "pendingRemoteDescription",
  "currentRemoteDescription",
] as const;

/** A description and its session, grown. */
export function grown(growth: Growth, { text, context }: Judged, count: number): Judged {
  const session = { ...slots({}), ...context.session };
  for (const name of slotNames) {
    const slot = session[name];
    if (slot !== null) session[name] = { ...slot, sdp: growth(slot.sdp, count) };
  }
  return { text: growth(text, count), context: { ...context, session } };
}

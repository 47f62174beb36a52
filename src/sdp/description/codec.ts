import { type Attribute, all } from "../text/level.ts";
import { cut } from "../text/quote.ts";
import type { Section } from "./description.ts";

/** The static payload types of RFC 3551 §6, for a section that does not map them. */
const staticCodecs: ReadonlyMap<string, string> = new Map(
  [
    "0 pcmu/8000,3 gsm/8000,4 g723/8000,5 dvi4/8000,6 dvi4/16000,7 lpc/8000,8 pcma/8000,9 g722/8000,10 l16/44100/2",
    "11 l16/44100,12 qcelp/8000,13 cn/8000,14 mpa/90000,15 g728/8000,16 dvi4/11025,17 dvi4/22050,18 g729/8000",
    "25 celb/90000,26 jpeg/90000,28 nv/90000,31 h261/90000,32 mpv/90000,33 mp2t/90000,34 h263/90000",
  ]
    .join()
    .split(",")
    .map(splitFormat),
);

const known = /* @__PURE__ */ new WeakMap<Section, ReadonlyMap<string, string>>();

/**
 * What each payload type that the m= line lists stands for: encoding, clock rate and channels, without case. Several rules
 * ask: the answer is kept as long as the section is.
 */
export function codecsOf(section: Section): ReadonlyMap<string, string> {
  const rtpmaps = all(section, "rtpmap");
  const codecs = known.get(section) ?? readCodecs(section, rtpmaps);
  known.set(section, codecs);
  return codecs;
}

function readCodecs(section: Section, rtpmaps: readonly Attribute[]): ReadonlyMap<string, string> {
  const mapped = new Map<string, string>();
  for (const { value } of rtpmaps) {
    const [format, encoding] = splitFormat(value);
    mapped.set(format, codec(encoding));
  }
  const codecs = new Map<string, string>();
  for (const format of section.formats) {
    const stands = mapped.get(format) ?? staticCodecs.get(format);
    if (stands !== undefined) codecs.set(format, stands);
  }
  return codecs;
}

/** One channel is the default, RFC 8866 §6.6. */
function codec(encoding: string): string {
  const lower = encoding.toLowerCase();
  return lower.endsWith("/1") ? lower.slice(0, -2) : lower;
}

/** The text before the first space, and the text after it. */
export function splitFormat(value: string): readonly [format: string, rest: string] {
  const space = value.indexOf(" ");
  return space < 0 ? [value, ""] : [value.slice(0, space), value.slice(space + 1)];
}

/**
 * What decides how the given payload types, of those that the m= line lists, are decoded: media, codec and parameters,
 * without case and order. Types that nothing maps are left out.
 */
export function configurationsOf(section: Section, formats: ReadonlySet<string>): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  for (const { value } of all(section, "fmtp")) {
    const [format, list] = splitFormat(value);
    if (formats.has(format)) parameters.set(format, `${parameters.get(format) ?? ""};${list}`);
  }
  const configurations = new Map<string, string>();
  // Every format repeats the media. No media has a longer name: of a longer word, the beginning is compared.
  const media = cut(section.media, 40);
  for (const [format, codec] of codecsOf(section)) {
    if (!formats.has(format)) continue;
    configurations.set(format, `${media} ${codec} ${sortedParameters(parameters.get(format) ?? "")}`.trimEnd());
  }
  return configurations;
}

function sortedParameters(list: string): string {
  const words = list
    .toLowerCase()
    .split(";")
    .map((parameter) => parameter.trim());
  return [...new Set(words.filter((word) => word !== ""))].sort().join(";");
}

/** The payload type that the parameters of an rtx name as the one that it repeats. */
export function associatedPayloadType(parameters: string): string | null {
  return /(?:^|;)\s*apt=([^;]*)/.exec(parameters)?.[1]?.trimEnd() ?? null;
}

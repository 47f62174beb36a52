import type { Section } from "../description/description.ts";
import { all } from "../text/level.ts";
import type { DefaultAddress } from "./section/default-candidate.ts";

/** An m= section that is to be written. */
export interface SectionToWrite {
  readonly media: string;
  readonly protocol: string;
  readonly formats: readonly string[];
  readonly address: DefaultAddress;
  /** What follows the `a=` of its lines. */
  readonly attributes: readonly string[];
}

/** A description that is to be written. */
export interface DescriptionToWrite {
  readonly sessionId: string;
  readonly version: string;
  /** The value of the t= line. */
  readonly timing: string;
  readonly attributes: readonly string[];
  readonly sections: readonly SectionToWrite[];
}

/** The text of a description. */
export function writeSdp({ sessionId, version, timing, attributes, sections }: DescriptionToWrite): string {
  const lines = [
    "v=0",
    `o=- ${sessionId} ${version} IN IP4 0.0.0.0`,
    "s=-",
    `t=${timing}`,
    ...attributeLines(attributes),
  ];
  for (const { media, protocol, formats, address, attributes } of sections) {
    lines.push(`m=${media} ${address.port} ${protocol} ${formats.join(" ")}`, `c=${address.connection}`);
    lines.push(...attributeLines(attributes));
  }
  return lines.map((line) => `${line}\r\n`).join("");
}

function attributeLines(attributes: readonly string[]): string[] {
  return attributes.map((attribute) => `a=${attribute}`);
}

/**
 * A section that is not, or no longer, accepted. Of its formats one is enough. Its header extensions stay, as the memory of
 * their ids: Firefox takes an id for one URI as long as the session lasts.
 */
export function sectionNoLongerAccepted(
  section: { readonly media: string; readonly protocol: string; readonly formats: readonly string[] },
  mid: string | null,
  former: Section | null,
): SectionToWrite {
  const extensions = former === null ? [] : all(former, "extmap").map(({ value }) => `extmap:${value}`);
  return {
    media: section.media,
    protocol: section.protocol,
    formats: section.formats.slice(0, 1),
    address: { port: 0, connection: "IN IP4 0.0.0.0" },
    attributes: [
      ...(mid === null ? [] : [`mid:${mid}`]),
      ...(section.protocol.includes("RTP") ? ["inactive", ...extensions] : []),
    ],
  };
}

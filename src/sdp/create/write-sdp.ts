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

/** The value of the o= line of a description. */
export function originOf({ sessionId, version }: DescriptionToWrite): string {
  return `- ${sessionId} ${version} IN IP4 0.0.0.0`;
}

/** The text of a description. */
export function writeSdp(description: DescriptionToWrite): string {
  const { timing, attributes, sections } = description;
  let text = `v=0\r\no=${originOf(description)}\r\ns=-\r\nt=${timing}\r\n${attributeLines(attributes)}`;
  for (const { media, protocol, formats, address, attributes } of sections)
    text += `m=${media} ${address.port} ${protocol} ${formats.join(" ")}\r\nc=${address.connection}\r\n${attributeLines(attributes)}`;
  return text;
}

function attributeLines(attributes: readonly string[]): string {
  let text = "";
  for (const attribute of attributes) text += `a=${attribute}\r\n`;
  return text;
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

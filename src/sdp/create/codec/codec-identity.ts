import { associatedPayloadType, codecsOf, splitFormat } from "../../description/codec.ts";
import type { Section } from "../../description/description.ts";
import { all } from "../../text/level.ts";
import type { RtpCodec } from "../capabilities.ts";

/** The parameters that tell codecs of one name apart, with their defaults. How much of the value counts is the last. */
const distinguishing: Readonly<
  Record<string, readonly (readonly [name: string, otherwise: string, length?: number])[]>
> = {
  // RFC 6184 §8.2.2: the level is negotiable, the profile and its constraints are not.
  h264: [
    ["packetization-mode", "0"],
    ["profile-level-id", "420010", 4],
  ],
  h265: [
    ["profile-id", "1"],
    ["tier-flag", "0"],
    ["tx-mode", "srst"],
  ],
  vp9: [["profile-id", "0"]],
  av1: [["profile", "0"]],
};

/** A codec as an rtpmap names it. */
export function encodingOf({ mimeType, clockRate, channels = 1 }: RtpCodec): string {
  const name = mimeType.slice(mimeType.indexOf("/") + 1);
  return `${name}/${clockRate}${channels > 1 ? `/${channels}` : ""}`;
}

/** What a codec and one of an offer have in common if they are the same: without case, and without negotiable parameters. */
export function identityOf(media: string, encoding: string, parameters: string): string {
  const lower = encoding.toLowerCase();
  const distinguished = distinguishing[lower.slice(0, lower.indexOf("/"))];
  if (distinguished === undefined) return `${media} ${lower}`;
  const given = new Map(
    parameters
      .toLowerCase()
      .split(";")
      .map((parameter) => parameter.trim().split("=", 2) as [string, string | undefined]),
  );
  const values = distinguished.map(([name, otherwise, length]) => (given.get(name) ?? otherwise).slice(0, length));
  return [media, lower, ...values].join(" ");
}

/** The identity of the retransmission of a codec. */
export function retransmissionOf(identity: string, clockRate: number | string): string {
  return `rtx/${clockRate} of ${identity}`;
}

const knownIdentities = /* @__PURE__ */ new WeakMap<Section, ReadonlyMap<string, string>>();

/**
 * The identities of the payload types that a section lists, in its order. What cannot be identified is left out. Each side
 * of an exchange asks: the identities are kept as long as the section is.
 */
export function identitiesOf(section: Section): ReadonlyMap<string, string> {
  const identities = knownIdentities.get(section) ?? identify(section);
  knownIdentities.set(section, identities);
  return identities;
}

function identify(section: Section): ReadonlyMap<string, string> {
  const parameters = new Map(all(section, "fmtp").map(({ value }) => splitFormat(value)));
  const codecs = codecsOf(section);
  const identities = new Map<string, string>();
  for (const [format, encoding] of codecs) {
    const list = parameters.get(format) ?? "";
    if (!encoding.startsWith("rtx/")) identities.set(format, identityOf(section.media, encoding, list));
    else {
      const primary = associatedPayloadType(list) ?? "";
      const repeated = identityOf(section.media, codecs.get(primary) ?? "", parameters.get(primary) ?? "");
      identities.set(format, retransmissionOf(repeated, encoding.slice(4)));
    }
  }
  return identities;
}

import type { Connection } from "../../connection/connection.ts";
import { splitFormat } from "../../sdp/description/codec.ts";
import type { Section } from "../../sdp/description/description.ts";
import { extensionsInForce } from "../../sdp/description/header-extension.ts";
import { midOf } from "../../sdp/description/mid.ts";
import { readSdp } from "../../sdp/description/read-sdp.ts";
import { readingOptions } from "../../sdp/options.ts";
import { all, has } from "../../sdp/text/level.ts";
import { slotNames } from "../../signaling/description.ts";

/** What an exchange of offer and answer has agreed on for a transceiver. */
export interface Negotiated {
  readonly codecs: readonly NegotiatedCodec[];
  readonly headerExtensions: readonly { readonly uri: string; readonly id: number; readonly encrypted: boolean }[];
  readonly reducedSize: boolean;
}

/** RTCRtpCodecParameters. */
export interface NegotiatedCodec {
  readonly payloadType: number;
  readonly mimeType: string;
  readonly clockRate: number;
  readonly channels: number | undefined;
  readonly sdpFmtpLine: string | undefined;
}

const nothingNegotiated: Negotiated = { codecs: [], headerExtensions: [], reducedSize: false };

/** What the last answer, provisional or not, says of the m= section with that mid. */
export function negotiatedFor({ session }: Connection, mid: string | null): Negotiated {
  const answers = slotNames.map((name) => session[name]).filter((description) => description?.type.endsWith("answer"));
  const [answer] = answers;
  const read = readSdp(answer?.sdp ?? "", readingOptions(session.options));
  if (!read.ok || mid === null) return nothingNegotiated;
  const section = read.value.sections.find((each) => midOf(read.value, each) === mid);
  if (section === undefined || section.rejected) return nothingNegotiated;
  return {
    codecs: section.formats.flatMap((format) => codecOf(section, format) ?? []),
    headerExtensions: extensionsInForce(section).map(({ id, uri }) => ({ uri, id, encrypted: false })),
    reducedSize: has(section, "rtcp-rsize"),
  };
}

function codecOf(section: Section, format: string): NegotiatedCodec | null {
  const valueFor = (name: string) =>
    all(section, name)
      .map(({ value }) => splitFormat(value))
      .find(([of]) => of === format)?.[1];
  const [name, clockRate, channels] = valueFor("rtpmap")?.split("/") ?? [];
  if (name === undefined || clockRate === undefined) return null;
  return {
    payloadType: Number(format),
    mimeType: `${section.media}/${name}`,
    clockRate: Number(clockRate),
    channels: section.media === "audio" ? Number(channels ?? 1) : undefined,
    sdpFmtpLine: valueFor("fmtp"),
  };
}

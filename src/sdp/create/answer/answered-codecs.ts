import { associatedPayloadType, splitFormat } from "../../description/codec.ts";
import type { Section } from "../../description/description.ts";
import { all } from "../../text/level.ts";
import { identitiesOf } from "../codec/codec-identity.ts";
import type { ListedCodec } from "../codec/listed-codec.ts";
import { type OwnCodec, type OwnCodecs, preferredCodecs } from "../codec/own-codecs.ts";
import type { DescribedTransceiver } from "../input.ts";

/**
 * The codecs that an answer lists: those of the offer that this side has too, by the offerer's payload types. The order is
 * that of the preferences, else of the offer. Empty where no codec for media is shared: the section is then rejected.
 *
 * RFC 9429 asks to add what was not offered, and in the same place only allows it; nothing is added, as in browsers.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9429.html#section-5.3.1
 */
export function answeredCodecs(
  { kind, codecPreferences = [] }: DescribedTransceiver,
  own: OwnCodecs,
  offered: Section,
): readonly ListedCodec[] {
  const preferred = preferredCodecs(kind, own.byKind[kind], codecPreferences);
  const codecs = new Map(preferred.map((codec) => [codec.identity, codec]));
  const repeated = repeatedBy(offered);
  const feedback = answeredFeedback(offered);
  const shared: ListedCodec[] = [];
  for (const [format, identity] of identitiesOf(offered)) {
    const codec = codecs.get(identity);
    if (codec === undefined) continue;
    const repeats = codec.repeats === null ? null : (repeated.get(format) ?? null);
    shared.push({ format, codec, repeats, feedback: sharedFeedback(codec, feedback, format) });
  }
  if (!shared.some(({ codec }) => codec.carriesMedia)) return [];
  const listed = new Set(shared.map(({ format }) => format));
  const usable = shared.filter(({ repeats }) => repeats === null || listed.has(repeats));
  if (codecPreferences.length === 0) return usable;
  const ranks = new Map(preferred.map(({ identity }, rank) => [identity, rank]));
  return usable.sort((a, b) => (ranks.get(a.codec.identity) ?? 0) - (ranks.get(b.codec.identity) ?? 0));
}

/** What each rtx of an offer repeats. */
function repeatedBy(offered: Section): ReadonlyMap<string, string | null> {
  const lines = all(offered, "fmtp").map(({ value }) => splitFormat(value));
  return new Map(lines.map(([format, parameters]) => [format, associatedPayloadType(parameters)]));
}

function answeredFeedback(offered: Section): ReadonlySet<string> {
  return new Set(all(offered, "rtcp-fb").map(({ value }) => value.trim().toLowerCase()));
}

function sharedFeedback({ capability }: OwnCodec, offered: ReadonlySet<string>, format: string): readonly string[] {
  return (capability.rtcpFeedback ?? []).filter((value) => {
    const feedback = value.toLowerCase();
    return offered.has(`${format} ${feedback}`) || offered.has(`* ${feedback}`);
  });
}

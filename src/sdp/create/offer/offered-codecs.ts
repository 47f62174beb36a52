import type { Section } from "../../description/description.ts";
import { identitiesOf } from "../codec/codec-identity.ts";
import type { ListedCodec } from "../codec/listed-codec.ts";
import type { Numbering } from "../codec/numbering.ts";
import { type OwnCodec, type OwnCodecs, preferredCodecs } from "../codec/own-codecs.ts";
import type { DescribedTransceiver } from "../input.ts";

/**
 * The codecs that an offer lists for a transceiver: all that can be used now, by the payload types that the section had.
 * The order is that of the preferences, else of the last answer; what that did not list follows.
 *
 * @param former what the section was before, the newest first
 * @throws TypeError where the stack has no codec for the transceiver
 * @see https://www.rfc-editor.org/rfc/rfc9429.html#section-5.2.2
 */
export function offeredCodecs(
  { kind, codecPreferences = [] }: DescribedTransceiver,
  own: OwnCodecs,
  former: readonly Section[],
  answered: Section | null,
  payloadTypes: Numbering,
): readonly ListedCodec[] {
  const known = new Map<string, string>();
  for (const section of former) {
    for (const [format, identity] of identitiesOf(section)) if (!known.has(identity)) known.set(identity, format);
  }
  const preferred = preferredCodecs(kind, own.byKind[kind], codecPreferences);
  const ordered = codecPreferences.length > 0 || answered === null ? preferred : inOrderOf(answered, preferred);
  const listed: ListedCodec[] = [];
  const formats = new Map<string, string>();
  for (const codec of ordered) {
    const { identity, capability } = codec;
    const format = known.get(identity) ?? payloadTypes.numberOf(identity)?.toString();
    if (format === undefined) continue;
    formats.set(identity, format);
    listed.push({ format, codec, repeats: null, feedback: capability.rtcpFeedback ?? [] });
  }
  if (!listed.some(({ codec }) => codec.carriesMedia)) {
    throw new TypeError(
      `capabilities has no codec that carries ${kind}: pass one, since a transceiver is of that kind`,
    );
  }
  // An rtx may come before what it repeats, where the last answer had it so.
  return listed.flatMap((entry) => {
    const { repeats } = entry.codec;
    if (repeats === null) return [entry];
    const format = formats.get(repeats);
    return format === undefined ? [] : [{ ...entry, repeats: format }];
  });
}

function inOrderOf(answered: Section, codecs: readonly OwnCodec[]): readonly OwnCodec[] {
  const left = new Map(codecs.map((codec) => [codec.identity, codec]));
  const first: OwnCodec[] = [];
  for (const identity of identitiesOf(answered).values()) {
    const codec = left.get(identity);
    if (codec !== undefined) first.push(codec);
    left.delete(identity);
  }
  return [...first, ...left.values()];
}

import type { Capabilities, CodecCapability, MediaKind, RtpCodec } from "../capabilities.ts";
import { areKept } from "../kept-capabilities.ts";
import { encodingOf, identityOf, retransmissionOf } from "./codec-identity.ts";
import { type NumberSpace, numberSpace } from "./numbering.ts";

/** A codec of this side as descriptions list it: one entry for each payload type. */
export interface OwnCodec {
  readonly identity: string;
  readonly encoding: string;
  readonly capability: CodecCapability;
  /** The identity of the codec that an rtx repeats. */
  readonly repeats: string | null;
  /** Whether it carries media, not their protection or something beside them. */
  readonly carriesMedia: boolean;
}

/** What a stack can do, as descriptions need it. */
export interface OwnCodecs {
  readonly byKind: Readonly<Record<MediaKind, readonly OwnCodec[]>>;
  readonly payloadTypes: NumberSpace;
}

/** RFC 3551 §6, those that WebRTC's codecs have. */
const staticPayloadTypes: Readonly<Record<string, number>> = {
  "pcmu/8000": 0,
  "pcma/8000": 8,
  "g722/8000": 9,
  "cn/8000": 13,
};

/** The dynamic ones, then those that RFC 3551 leaves free; 64 to 95 would look like RTCP (RFC 5761 §4). */
const dynamicPayloadTypes: readonly number[] = /* @__PURE__ */ [96, 35].flatMap((first) =>
  Array.from({ length: first === 96 ? 32 : 29 }, (_, at) => first + at),
);

const besideMedia = /^(rtx|red|ulpfec|flexfec.*|telephone-event|cn)\//i;

const knownCodecs = /* @__PURE__ */ new WeakMap<Capabilities, OwnCodecs>();

/**
 * The codecs of the capabilities; of two that descriptions could not tell apart the first. Where the capabilities cannot
 * change, the codecs are kept as long as these are.
 */
export function ownCodecs(capabilities: Capabilities): OwnCodecs {
  const codecs = knownCodecs.get(capabilities) ?? codecsIn(capabilities);
  if (areKept(capabilities)) knownCodecs.set(capabilities, codecs);
  return codecs;
}

function codecsIn({ audio, video }: Capabilities): OwnCodecs {
  const byKind = { audio: listedCapabilities("audio", audio.codecs), video: listedCapabilities("video", video.codecs) };
  const things = [...byKind.audio, ...byKind.video].map(({ identity, encoding, capability, repeats }) => ({
    key: identity,
    number: repeats === null ? (capability.payloadType ?? staticPayloadTypes[encoding.toLowerCase()] ?? null) : null,
  }));
  return { byKind, payloadTypes: numberSpace(dynamicPayloadTypes, things) };
}

function listedCapabilities(kind: MediaKind, capabilities: readonly CodecCapability[]): readonly OwnCodec[] {
  const codecs = new Map<string, OwnCodec>();
  const rtx = capabilities.filter(isRetransmission);
  for (const capability of capabilities.filter((codec) => !isRetransmission(codec))) {
    const encoding = encodingOf(capability);
    const identity = identityOf(kind, encoding, capability.sdpFmtpLine ?? "");
    if (codecs.has(identity)) continue;
    const carriesMedia = !besideMedia.test(encoding);
    codecs.set(identity, { identity, encoding, capability, repeats: null, carriesMedia });
    const repeating = rtx.find(({ clockRate }) => clockRate === capability.clockRate);
    if (!carriesMedia || repeating === undefined) continue;
    const again = retransmissionOf(identity, repeating.clockRate);
    codecs.set(again, {
      identity: again,
      encoding: encodingOf(repeating),
      capability: repeating,
      repeats: identity,
      carriesMedia: false,
    });
  }
  return [...codecs.values()];
}

/**
 * The codecs that the preferences leave, in their order; all where there are none.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9429.html#section-4.2.6
 */
export function preferredCodecs(
  kind: MediaKind,
  codecs: readonly OwnCodec[],
  preferences: readonly RtpCodec[] = [],
): readonly OwnCodec[] {
  if (preferences.length === 0) return codecs;
  const ranks = new Map<string, number>();
  for (const [rank, codec] of preferences.entries()) {
    const encoding = encodingOf(codec);
    const key = isRetransmission(codec) ? encoding.toLowerCase() : identityOf(kind, encoding, codec.sdpFmtpLine ?? "");
    if (!ranks.has(key)) ranks.set(key, rank);
  }
  const rankOf = ({ identity, repeats }: OwnCodec): number => ranks.get(repeats ?? identity) ?? -1;
  const isLeft = (codec: OwnCodec): boolean =>
    rankOf(codec) >= 0 && (codec.repeats === null || ranks.has(codec.encoding.toLowerCase()));
  const left = codecs.filter(isLeft).sort((a, b) => rankOf(a) - rankOf(b));
  // Preferences that leave no codec for media are as good as none.
  return left.some(({ carriesMedia }) => carriesMedia) ? left : codecs;
}

function isRetransmission({ mimeType }: RtpCodec): boolean {
  return /\/rtx$/i.test(mimeType);
}

import { failure, type Result, success } from "../../result.ts";
import type { RtpCodec } from "../../sdp/create/capabilities.ts";
import { codecsMatch, isMediaCodec } from "../codec-match.ts";
import { type Draft, putTransceiver, transceiverWithId } from "../draft.ts";
import { markModified } from "../modified.ts";
import { refuseCall, returnFrom, throwFrom } from "../rejection/call-rejection.ts";
import type { Transceiver } from "../transceivers/transceiver.ts";
import { isDictionary, type ReadCall, toDOMString } from "./arguments/arguments.ts";
import { onTransceiver } from "./arguments/on-transceiver.ts";

/** setCodecPreferences(). @see https://w3c.github.io/webrtc-pc/#dom-rtcrtptransceiver-setcodecpreferences */
export const setCodecPreferences: ReadCall = (input) =>
  onTransceiver(input, "setCodecPreferences", ({ id }) => {
    const converted = toCodecs(input.codecs);
    if (!converted.ok) return converted;
    const codecs = converted.value.filter(
      (codec, index) => converted.value.findIndex((other) => codecsMatch(codec, other)) === index,
    );
    return success((draft, call) => {
      const transceiver = transceiverWithId(draft, id);
      if (transceiver === undefined) return returnFrom(draft, call);
      const rejection = codecs.length === 0 ? null : refusedCodecs(draft, transceiver, codecs);
      if (rejection !== null) return throwFrom(draft, call, rejection);
      putTransceiver(draft, { ...transceiver, preferredCodecs: Object.freeze(codecs) });
      markModified(draft);
      returnFrom(draft, call);
    });
  });

function refusedCodecs(draft: Draft, { kind }: Transceiver, codecs: readonly RtpCodec[]) {
  const known = draft.options.capabilities?.[kind].codecs ?? null;
  if (known !== null && !codecs.every((codec) => known.some((other) => codecsMatch(codec, other)))) {
    const reason = `a codec is not among those that the stack has for ${kind}`;
    const remedy = "Choose among the codecs of getCapabilities().";
    return refuseCall(draft, "setCodecPreferences", "codec-unknown", reason, remedy);
  }
  if (codecs.some(isMediaCodec)) return null;
  const reason = "the list has repair and comfort-noise formats only";
  const remedy = "Add a codec, or pass an empty list for the default.";
  return refuseCall(draft, "setCodecPreferences", "codecs-without-media", reason, remedy);
}

function toCodecs(value: unknown): Result<readonly RtpCodec[]> {
  if (!Array.isArray(value) || !value.every(isDictionary)) return failure("the codecs must be an array of objects");
  const codecs = value.map((codec): RtpCodec | null => {
    if (codec?.mimeType === undefined || codec.clockRate === undefined) return null;
    const { channels, sdpFmtpLine } = codec;
    return Object.freeze({
      mimeType: toDOMString(codec.mimeType),
      clockRate: Number(codec.clockRate),
      ...(channels === undefined ? {} : { channels: Number(channels) }),
      ...(sdpFmtpLine === undefined ? {} : { sdpFmtpLine: toDOMString(sdpFmtpLine) }),
    });
  });
  const complete = codecs.filter((codec) => codec !== null);
  return complete.length === codecs.length
    ? success(complete)
    : failure("a codec must have a mimeType and a clockRate");
}

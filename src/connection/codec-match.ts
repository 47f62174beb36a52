import type { RtpCodec } from "../sdp/create/capabilities.ts";

/**
 * Whether two codecs are the same, their parameters in any order. Which parameters may be left out or may differ between
 * peers, only a codec's own specification says; here all have to be there.
 *
 * @see https://w3c.github.io/webrtc-pc/#codecmatch-algorithm
 */
export function codecsMatch(one: RtpCodec, other: RtpCodec): boolean {
  return (
    one.mimeType.toLowerCase() === other.mimeType.toLowerCase() &&
    one.clockRate === other.clockRate &&
    one.channels === other.channels &&
    parameters(one) === parameters(other)
  );
}

/** Whether it carries media, not repair of it, redundancy or comfort noise. */
export function isMediaCodec({ mimeType }: RtpCodec): boolean {
  return !/\/(?:rtx|red|ulpfec|flexfec(?:-\d+)?|cn)$/i.test(mimeType);
}

function parameters({ sdpFmtpLine }: RtpCodec): string | undefined {
  return sdpFmtpLine
    ?.split(";")
    .map((parameter) => parameter.trim())
    .sort()
    .join(";");
}

import type { OwnCodec } from "./own-codecs.ts";

/** A codec with the payload type that stands for it in a section. */
export interface ListedCodec {
  readonly format: string;
  readonly codec: OwnCodec;
  /** The payload type that an rtx repeats. */
  readonly repeats: string | null;
  readonly feedback: readonly string[];
}

/** The lines on the codecs of a section. */
export function codecLines(listed: readonly ListedCodec[]): string[] {
  const durations = listed.flatMap(({ codec }) => codec.capability.maxptime ?? []);
  return [...listed.flatMap(linesOfCodec), ...(durations.length === 0 ? [] : [`maxptime:${Math.min(...durations)}`])];
}

function linesOfCodec({ format, codec, repeats, feedback }: ListedCodec): string[] {
  const parameters = repeats === null ? (codec.capability.sdpFmtpLine ?? "") : `apt=${repeats}`;
  return [
    `rtpmap:${format} ${codec.encoding}`,
    ...feedback.map((value) => `rtcp-fb:${format} ${value}`),
    ...(parameters === "" ? [] : [`fmtp:${format} ${parameters}`]),
  ];
}

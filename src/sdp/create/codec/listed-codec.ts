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
  const lines: string[] = [];
  for (const entry of listed) addLinesOf(entry, lines);
  const durations = listed.flatMap(({ codec }) => codec.capability.maxptime ?? []);
  if (durations.length > 0) lines.push(`maxptime:${Math.min(...durations)}`);
  return lines;
}

function addLinesOf({ format, codec, repeats, feedback }: ListedCodec, lines: string[]): void {
  const parameters = repeats === null ? (codec.capability.sdpFmtpLine ?? "") : `apt=${repeats}`;
  lines.push(`rtpmap:${format} ${codec.encoding}`);
  for (const value of feedback) lines.push(`rtcp-fb:${format} ${value}`);
  if (parameters !== "") lines.push(`fmtp:${format} ${parameters}`);
}

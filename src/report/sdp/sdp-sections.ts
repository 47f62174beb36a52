/** A part of SDP: the session's lines, or a media section. */
export interface SdpSection {
  /** `session`, or the media and, where there is one, the mid: `audio, mid 0`. */
  readonly title: string;
  readonly lines: readonly string[];
}

/** The sections of SDP, whatever its lines are; the first is the session's. */
export function sdpSections(sdp: string): readonly SdpSection[] {
  const sections: string[][] = [[]];
  for (const line of sdp.split(/\r\n|\n|\r/)) {
    if (line.startsWith("m=")) sections.push([]);
    if (line !== "") sections.at(-1)?.push(line);
  }
  return sections.map((lines, index) => ({ title: index === 0 ? "session" : titleOf(lines), lines }));
}

function titleOf(lines: readonly string[]): string {
  const [, media = "media section"] = /^m=(\S+)/.exec(lines[0] ?? "") ?? [];
  const mid = lines.find((line) => line.startsWith("a=mid:"));
  return mid === undefined ? media : `${media}, mid ${mid.slice("a=mid:".length)}`;
}

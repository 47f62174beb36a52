// As much of an SDP as is needed to answer it; text that is not SDP has no sections.

/** An m= section, as far as it is answered. */
export interface OfferedSection {
  readonly media: string;
  readonly protocol: string;
  readonly formats: string;
  readonly mid: string | null;
  readonly rejected: boolean;
}

/** The m= sections, in order. */
export function sectionsOf(sdp: string): readonly OfferedSection[] {
  return sdp
    .split(/\r?\n(?=m=)/)
    .slice(1)
    .flatMap((text) => sectionOf(text) ?? []);
}

function sectionOf(text: string): OfferedSection | null {
  const [, media, port, protocol, formats] = /^m=(\S+) (\d+)\S* (\S+) ([^\r\n]+)/.exec(text) ?? [];
  if (media === undefined || protocol === undefined || formats === undefined) return null;
  const rejected = port === "0" && !/^a=bundle-only\r?$/m.test(text);
  return { media, protocol, formats, mid: attribute(text, "mid"), rejected };
}

/** The mids of the first BUNDLE group. */
export function bundledMids(sdp: string): readonly string[] {
  return /^a=group:BUNDLE ([^\r\n]+)/m.exec(sdp)?.[1]?.split(" ") ?? [];
}

/** The value of the first attribute of that name, wherever it stands. */
export function attribute(sdp: string, name: string): string | null {
  return new RegExp(`^a=${name}:([^\\r\\n]+)`, "m").exec(sdp)?.[1] ?? null;
}

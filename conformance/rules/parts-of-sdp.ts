// Edits that speak of what the lines mean: groups, ports, payload types, header extensions, transports.
import {
  type Edit,
  type EditContext,
  everywhere,
  type LinesEdit,
  levelsOf,
  own,
  replace,
  session,
} from "./sdp-edit.ts";

/** The BUNDLE group with those mids, in the place of what groups there are. */
export function bundle(...groups: readonly string[]): Edit {
  const lines = groups.map((mids) => `a=group:BUNDLE ${mids}`);
  return session((all) => [...all.filter((line) => !line.startsWith("a=group:BUNDLE")), ...lines]);
}

/** No BUNDLE group. */
export const unbundled: Edit = bundle();

/** The port of the m= line. */
export function port(number: number): LinesEdit {
  return replace(/^(m=\S+) \d+/, `$1 ${number}`);
}

/** The mid of the section. */
export function mid(name: string): LinesEdit {
  return replace(/^a=mid:.*/, `a=mid:${name}`);
}

/** The payload types, or other formats, that the m= line lists. */
export function formatsOf(lines: readonly string[]): readonly string[] {
  return lines[0]?.split(" ").slice(3) ?? [];
}

/** The payload type with that encoding: the first in the order of the m= line. */
export function payloadTypeOf(encoding: string, lines: readonly string[]): string {
  const mapped = formatsOf(lines).find((format) => {
    return lines.some((line) => line.toLowerCase().startsWith(`a=rtpmap:${format} ${encoding}/`.toLowerCase()));
  });
  if (mapped === undefined) throw new Error(`no payload type for ${encoding}`);
  return mapped;
}

/** Adds a format to the m= line, and lines about it. */
export function addFormat(format: string, ...about: readonly string[]): LinesEdit {
  return ([first = "", ...rest]) => [`${first} ${format}`, ...rest, ...about];
}

/** Lets the m= line list that format alone, and drops what the section says of others. */
export function onlyFormat(format: string, ...about: readonly string[]): LinesEdit {
  return ([first = "", ...rest]) => [
    [...first.split(" ").slice(0, 3), format].join(" "),
    ...rest.filter((line) => !/^a=(rtpmap|fmtp|rtcp-fb):/.test(line)),
    ...about,
  ];
}

/** Gives a payload type another number wherever the section names it. */
export function renumber(encoding: string, number: (lines: readonly string[]) => string): LinesEdit {
  return (lines) => {
    const was = payloadTypeOf(encoding, lines);
    const becomes = number(lines);
    return lines.map((line, at) => {
      if (at === 0)
        return line
          .split(" ")
          .map((word, index) => (index > 2 && word === was ? becomes : word))
          .join(" ");
      return line
        .replace(new RegExp(`^(a=(?:rtpmap|fmtp|rtcp-fb):)${was} `), `$1${becomes} `)
        .replace(new RegExp(`\\bapt=${was}\\b`), `apt=${becomes}`);
    });
  };
}

/** Adds a line that names the payload type with that encoding, as PT in the line. */
export function addFor(encoding: string, line: string): LinesEdit {
  return (lines) => [...lines, line.replace("PT", payloadTypeOf(encoding, lines))];
}

/** Adds a header extension with the URI of one that stands there already. */
export function addSameUri(id: number): LinesEdit {
  return (lines) => {
    const uri = lines.find((line) => line.startsWith("a=extmap:"))?.split(" ")[1];
    return uri === undefined ? lines : [...lines, `a=extmap:${id} ${uri}`];
  };
}

const audioLevel = "urn:ietf:params:rtp-hdrext:ssrc-audio-level";

/** Gives the audio level, which both browsers offer, another id or direction. */
export function audioLevelAs(id: string): LinesEdit {
  return replace(new RegExp(`^a=extmap:\\S+ ${audioLevel}$`), `a=extmap:${id} ${audioLevel}`);
}

/** Gives the id of the audio level to something else. */
export const otherUriForAudioLevel: LinesEdit = replace(
  new RegExp(`^(a=extmap:\\S+) ${audioLevel}$`),
  "$1 urn:example:other",
);

/** Gives the id of sdes:mid, which both browsers offer in audio and video, to something else. */
export const otherUriForMid: LinesEdit = replace(
  /^(a=extmap:\S+) urn:ietf:params:rtp-hdrext:sdes:mid$/,
  "$1 urn:example:other",
);

/** The attributes of a transport, which a bundled section may lack. */
export const transportAttributes = /^a=(ice-ufrag|ice-pwd|ice-options|fingerprint|setup|candidate|end-of-candidates)\b/;

/** Other ICE credentials, as after a restart. */
export const newCredentials: Edit = everywhere(
  replace(/^a=ice-ufrag:.*/, "a=ice-ufrag:otherUfrag"),
  replace(/^a=ice-pwd:.*/, "a=ice-pwd:otherPasswordOfIceAgent0"),
);

/** The ICE credentials that the same side had before. */
export const oldCredentials: Edit = everywhere((lines, context) => {
  const before = credentialsIn(context);
  return lines.map((line) => line.replace(/^a=ice-ufrag:.*/, before[0]).replace(/^a=ice-pwd:.*/, before[1]));
});

/** The description as it was made, where its transport goes on. @throws NotWritten where the browser begins another */
export const goesOn: Edit = own((sdp, context) => {
  const [ufrag] = credentialsIn(context);
  return levelsOf(sdp).some((lines) => /^m=\S+ [1-9]/.test(lines[0] ?? "") && lines.includes(ufrag));
});

function credentialsIn({ previous }: EditContext): readonly [string, string] {
  const line = (name: string) => previous?.split("\r\n").find((one) => one.startsWith(`a=${name}:`));
  const [ufrag, pwd] = [line("ice-ufrag"), line("ice-pwd")];
  if (ufrag === undefined || pwd === undefined) throw new Error("no earlier ICE credentials");
  return [ufrag, pwd];
}

/** Another DTLS identity: the fingerprint of no certificate that there is. */
export const newFingerprint: Edit = everywhere(
  replace(/^a=fingerprint:sha-256 .*/, `a=fingerprint:sha-256 ${new Array(32).fill("AB").join(":")}`),
);

/** The DTLS role, wherever it stands. */
export function setup(role: string): Edit {
  return everywhere(replace(/^a=setup:.*/, `a=setup:${role}`));
}

/** The version of the o= line, by so much higher. */
export function versionBy(difference: number): Edit {
  return session((lines) =>
    lines.map((line) =>
      line.replace(/^(o=\S+ \S+) (\d+)/, (_, before, version) => `${before} ${Number(version) + difference}`),
    ),
  );
}

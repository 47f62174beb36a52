import type { MediaDescription } from "../../connection/media-description/media-description.ts";
import { readMediaDescriptions } from "../../connection/media-description/read-media-descriptions.ts";
import { createSession } from "../../session/create-session.ts";
import type { Session } from "../../session/session.ts";

const readingSession: Session = createSession({ sdp: "opaque" });

/** The m= sections of a description. */
export function describedSections(sdp: string): readonly MediaDescription[] {
  return readMediaDescriptions(readableSdp(sdp), readingSession.options).sections;
}

/** SDP whose secrets were hidden, with other values in their place that can be read: the same where they were the same. */
function readableSdp(sdp: string): string {
  if (!sdp.includes("[hidden ")) return sdp;
  return sdp
    .split(/\r?\n/)
    .flatMap((line) => {
      const [, start = "", number = ""] = /^(.*?)\[hidden (\d+)\]/.exec(line) ?? [];
      if (number === "") return [line];
      if (start.startsWith("o=")) return ["o=- 0 0 IN IP4 0.0.0.0"];
      if (start.startsWith("c=")) return ["c=IN IP4 0.0.0.0"];
      // The shortest password has 22 characters.
      if (start === "a=ice-ufrag:" || start === "a=ice-pwd:")
        return [`${start}${`hidden${number}`.padEnd(start === "a=ice-pwd:" ? 22 : 0, "+")}`];
      return [];
    })
    .join("\r\n");
}

/** An m= section in a few words: `0 audio sendrecv`. */
export function sectionInWords({ mid, kind, carriesData, rejected, direction }: MediaDescription): string {
  const name = mid.slice(0, 40);
  if (rejected) return `${name} ${kind ?? "data"} rejected`;
  return carriesData ? `${name} data` : `${name} ${kind ?? "?"} ${direction}`;
}

/** The ICE user fragments of a description: a restart of ICE shows in them. */
export function usernameFragmentsOf(sections: readonly MediaDescription[]): readonly string[] {
  return [...new Set(sections.flatMap(({ iceCredentials }) => iceCredentials?.usernameFragment.slice(0, 40) ?? []))];
}

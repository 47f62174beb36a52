import type { MediaDescription } from "../../connection/media-description/media-description.ts";
import { readMediaDescriptions } from "../../connection/media-description/read-media-descriptions.ts";
import { createSession } from "../../session/create-session.ts";
import type { Session } from "../../session/session.ts";

const readingSession: Session = createSession({ sdp: "opaque" });

/** The m= sections of a description. */
export function describedSections(sdp: string): readonly MediaDescription[] {
  return readMediaDescriptions(sdp, readingSession.options).sections;
}

/** An m= section in a few words: `0 audio sendrecv`. */
export function sectionInWords({ mid, kind, carriesData, rejected, direction }: MediaDescription): string {
  if (rejected) return `${mid} ${kind ?? "data"} rejected`;
  return carriesData ? `${mid} data` : `${mid} ${kind ?? "?"} ${direction}`;
}

/** The ICE user fragments of a description: a restart of ICE shows in them. */
export function usernameFragmentsOf(sections: readonly MediaDescription[]): readonly string[] {
  return [...new Set(sections.flatMap(({ iceCredentials }) => iceCredentials?.usernameFragment ?? []))];
}

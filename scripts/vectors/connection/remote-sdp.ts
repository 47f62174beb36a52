import type { Direction, MediaKind } from "../../../src/entries/connection.ts";
import { sessionDescription, type WrittenSection } from "../../../src/exploration/sdp/session-description.ts";
import { reversedDirection } from "../../../src/sdp/description/direction.ts";
import type { Play } from "./play.ts";

/** An m= section of the other peer's. */
export function section(
  mid: string,
  kind: MediaKind | "data" = "audio",
  direction: Direction = "sendrecv",
  streams: readonly string[] = ["s"],
): WrittenSection {
  const sends = kind !== "data" && (direction === "sendrecv" || direction === "sendonly");
  return { mid, kind, direction, rejected: false, streams: sends ? streams : null };
}

/** A section that is rejected. */
export function rejected(mid: string, kind: MediaKind | "data" = "audio"): WrittenSection {
  return { mid, kind, direction: "inactive", rejected: true, streams: null };
}

/** Has the other peer's offer set, and does all that follows. */
export function offerFrom(sections: readonly WrittenSection[], usernameFragment = "b001") {
  return {
    method: "setRemoteDescription",
    description: { type: "offer", sdp: sessionDescription(sections, "actpass", usernameFragment) },
  } as const;
}

/** What the other peer may say of a section in its answer. */
export interface Answered {
  readonly direction?: Direction;
  readonly rejected?: boolean;
  readonly streams?: readonly string[];
}

/** The other peer's answer, which takes every section of the last local offer but for what is said of it. */
export function answerTo(
  { connection: { mediaDescriptions } }: Play,
  answered: Readonly<Record<string, Answered>> = {},
  { type = "answer", usernameFragment = "b001", setup = "active" } = {},
) {
  const { pendingLocalDescription, currentLocalDescription } = mediaDescriptions;
  const sections = (pendingLocalDescription ?? currentLocalDescription)?.sections ?? [];
  const written = sections.map((offered): WrittenSection => {
    const kind = offered.kind ?? "data";
    const { direction = reversedDirection(offered.direction), streams, ...own } = answered[offered.mid] ?? {};
    if (offered.rejected || own.rejected) return rejected(offered.mid, kind);
    return section(offered.mid, kind, direction, streams);
  });
  return {
    method: "setRemoteDescription",
    description: { type, sdp: sessionDescription(written, setup, usernameFragment) },
  } as const;
}

/** Makes an offer and has it answered. */
export function offerAndAnswer(play: Play, usernameFragment = "b001"): Play {
  play.call({ method: "setLocalDescription" });
  return play.call(answerTo(play, {}, { usernameFragment }));
}

/** Has an offer set and answers it. */
export function answerAnOffer(play: Play, sections: readonly WrittenSection[], usernameFragment = "b001"): Play {
  return play.call(offerFrom(sections, usernameFragment)).call({ method: "setLocalDescription" });
}

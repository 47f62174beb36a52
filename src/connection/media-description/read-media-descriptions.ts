import type { MediaKind } from "../../sdp/create/capabilities.ts";
import {
  directionOf,
  inheritedValue,
  type Sdp,
  type Section,
  transportOwner,
} from "../../sdp/description/description.ts";
import type { Direction } from "../../sdp/description/direction.ts";
import { midOf } from "../../sdp/description/mid.ts";
import { readSdp } from "../../sdp/description/read-sdp.ts";
import { type JudgeOptions, readingOptions } from "../../sdp/options.ts";
import { all, own } from "../../sdp/text/level.ts";
import { type MediaDescription, type MediaDescriptions, noMediaDescriptions } from "./media-description.ts";

/** Of descriptions that are read once for several steps, as a world of fakes does. */
const descriptionsRead = /* @__PURE__ */ new WeakMap<Sdp, MediaDescriptions>();

/** Reads what the connection needs to know of a description. */
export function readMediaDescriptions(text: string, options: JudgeOptions): MediaDescriptions {
  const read = readSdp(text, readingOptions(options));
  if (!read.ok) return noMediaDescriptions;
  const descriptions = descriptionsRead.get(read.value) ?? descriptionsOf(read.value);
  descriptionsRead.set(read.value, descriptions);
  return descriptions;
}

function descriptionsOf(sdp: Sdp): MediaDescriptions {
  const sections = sdp.sections.map((section) => Object.freeze(readMediaDescription(sdp, section)));
  const indices: Record<string, number> = {};
  // Where several sections have the same mid, the first of them counts.
  for (const [index, { mid }] of sections.entries()) indices[`:${mid}`] ??= index;
  return Object.freeze({
    sections: Object.freeze(sections),
    indices: Object.freeze(indices),
    canTrickle: sdp.sections.every((section) => hasTrickle(inheritedValue(sdp, section, "ice-options"))),
  });
}

function readMediaDescription(sdp: Sdp, section: Section): MediaDescription {
  const { media, rejected, bundleOnly, carriesSctp } = section;
  const usernameFragment = inheritedValue(sdp, section, "ice-ufrag");
  const password = inheritedValue(sdp, section, "ice-pwd");
  return {
    mid: midOf(sdp, section),
    kind: isKind(media) ? media : null,
    carriesData: carriesSctp || media === "application",
    rejected,
    direction: directionOf(sdp, section) as Direction,
    msids: msidsOf(section),
    simulcastSend: simulcastOf(section, "send"),
    simulcastReceive: simulcastOf(section, "recv"),
    iceCredentials:
      usernameFragment === null || password === null ? null : Object.freeze({ usernameFragment, password }),
    setup: inheritedValue(sdp, section, "setup"),
    transportOwner: transportOwner(section).index,
    bundleOnly,
  };
}

function isKind(media: string): media is MediaKind {
  return media === "audio" || media === "video";
}

/** A stream id of "-" stands for no stream. @see https://www.rfc-editor.org/rfc/rfc8830.html#section-2 */
function msidsOf(section: Section): readonly string[] | null {
  const media = all(section, "msid").map(({ value }) => value);
  const values = media.length > 0 ? media : sourceMsidsOf(section);
  if (values.length === 0) return null;
  const ids = values.map((value) => value.split(" ", 1)[0] as string).filter((id) => id !== "-");
  return Object.freeze([...new Set(ids)]);
}

// Endpoints from before RFC 8830 have it on their sources alone, where browsers read it.
function sourceMsidsOf(section: Section): readonly string[] {
  return all(section, "ssrc").flatMap(({ value }) => /^\d+ msid:(.+)$/.exec(value)?.[1] ?? []);
}

/** Of alternatives the first, and each RID once. @see https://w3c.github.io/webrtc-pc/#set-description */
function simulcastOf(section: Section, direction: "send" | "recv"): readonly string[] {
  const words = own(section, "simulcast")?.value.split(" ") ?? [];
  const at = words.indexOf(direction);
  const streams = at < 0 ? [] : (words[at + 1] ?? "").split(";");
  const rids = streams.map((stream) => (stream.split(",", 1)[0] as string).replace("~", ""));
  return Object.freeze([...new Set(rids.filter((rid) => rid !== ""))]);
}

function hasTrickle(iceOptions: string | null): boolean {
  return iceOptions?.split(" ").includes("trickle") ?? false;
}

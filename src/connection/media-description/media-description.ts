import type { MediaKind } from "../../sdp/create/capabilities.ts";
import type { IceCredentials } from "../../sdp/create/input.ts";
import type { Direction } from "../../sdp/description/direction.ts";

/** What the connection reads of an m= section. */
export interface MediaDescription {
  /** Its mid; where the section has none, one made of its index. */
  readonly mid: string;
  /** Null where the section carries no audio or video. */
  readonly kind: MediaKind | null;
  /** Whether it describes an SCTP association. */
  readonly carriesData: boolean;
  readonly rejected: boolean;
  /** As its own side sees it. */
  readonly direction: Direction;
  /** The ids of the streams in its a=msid lines; null where it has no such line. */
  readonly msids: readonly string[] | null;
  /** The RIDs of its a=simulcast line, the first of alternatives each. */
  readonly simulcastSend: readonly string[];
  readonly simulcastReceive: readonly string[];
  readonly iceCredentials: IceCredentials | null;
  readonly setup: string | null;
  /** The index of the m= section whose transport it uses once its BUNDLE group is agreed on; its own where it has none. */
  readonly transportOwner: number;
  /** Whether it has no transport of its own from the start. */
  readonly bundleOnly: boolean;
}

/** What the connection reads of a description. Without members for a text that cannot be read. */
export interface MediaDescriptions {
  readonly sections: readonly MediaDescription[];
  /** The index of each mid; the mids have `:` before them, so that none is a word of JavaScript's own. */
  readonly indices: Readonly<Record<string, number>>;
  /** Whether ice-options has trickle, in the session or in every section. */
  readonly canTrickle: boolean;
}

/**
 * The id by which effects name the default stream of the session: that of sections without a=msid. The stack gives the
 * stream itself a random id; no a=msid line can name this one.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9429.html#section-5.8.2
 */
export const defaultStream = "-";

/** A description that says nothing. */
export const noMediaDescriptions: MediaDescriptions = /* @__PURE__ */ Object.freeze({
  sections: /* @__PURE__ */ Object.freeze([]),
  indices: /* @__PURE__ */ Object.freeze({}),
  canTrickle: false,
});

/** The index of the section with that mid, or -1. */
export function indexOfMid({ indices }: MediaDescriptions, mid: string): number {
  const key = `:${mid}`;
  return Object.hasOwn(indices, key) ? (indices[key] as number) : -1;
}

/** The section with that mid, or null. */
export function sectionWithMid(description: MediaDescriptions, mid: string | null): MediaDescription | null {
  if (mid === null) return null;
  return description.sections[indexOfMid(description, mid)] ?? null;
}

/** The section for data, or null. */
export function dataSection({ sections }: MediaDescriptions): MediaDescription | null {
  return sections.find(({ carriesData }) => carriesData) ?? null;
}

/** All credentials of a description, each once. */
export function iceCredentialsOf({ sections }: MediaDescriptions): readonly IceCredentials[] {
  const found = new Map<string, IceCredentials>();
  for (const { iceCredentials } of sections) {
    if (iceCredentials !== null) found.set(JSON.stringify(iceCredentials), iceCredentials);
  }
  return [...found.values()];
}

import type { Sdp, Section } from "../../description/description.ts";
import { type Direction, reversedDirection } from "../../description/direction.ts";
import { extensionsInForce } from "../../description/header-extension.ts";
import { has } from "../../text/level.ts";
import type { Capabilities, HeaderExtensionCapability } from "../capabilities.ts";
import { type Numbering, type NumberSpace, numberSpace } from "../codec/numbering.ts";
import { areKept } from "../kept-capabilities.ts";

/** The ids of the short form, then those of the long one; 15 is reserved. @see https://www.rfc-editor.org/rfc/rfc8285.html#section-4.2 */
const ids: readonly number[] = /* @__PURE__ */ Array.from({ length: 255 }, (_, at) => at + 1).filter((id) => id !== 15);

const knownSpaces = /* @__PURE__ */ new WeakMap<Capabilities, NumberSpace>();

/** The ids that this side's header extensions want: the same one for audio and video. */
export function extensionIds(capabilities: Capabilities): NumberSpace {
  const space = knownSpaces.get(capabilities) ?? idsFor(capabilities);
  if (areKept(capabilities)) knownSpaces.set(capabilities, space);
  return space;
}

function idsFor({ audio, video }: Capabilities): NumberSpace {
  const things = [...audio.headerExtensions, ...video.headerExtensions];
  return numberSpace(
    ids,
    things.map(({ uri, id = null }) => ({ key: uri, number: id })),
  );
}

/** The ids that the header extensions of a section had. */
export function mappedIds(section: Section): readonly (readonly [uri: string, id: number])[] {
  return extensionsInForce(section).map(({ uri, id }) => [uri, id] as const);
}

/** The extmap lines of an offered section. */
export function offeredExtensions(capabilities: readonly HeaderExtensionCapability[], numbers: Numbering): string[] {
  return capabilities.flatMap(({ uri }) => {
    const id = numbers.numberOf(uri);
    return id === null ? [] : [`extmap:${id} ${uri}`];
  });
}

/** The extmap lines of an answered section: what was offered and this side has too, under the offered ids. */
export function answeredExtensions(
  capabilities: readonly HeaderExtensionCapability[],
  offer: Sdp,
  offered: Section,
): string[] {
  const left = new Set(capabilities.map(({ uri }) => uri));
  const level = has(offered, "extmap") ? offered : offer.session;
  return extensionsInForce(level).flatMap(({ uri, id, direction }) => {
    if (!left.delete(uri)) return [];
    const answered = direction === null ? "" : `/${reversedDirection(direction as Direction)}`;
    return [`extmap:${id}${answered} ${uri}`];
  });
}

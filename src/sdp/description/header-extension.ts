import { type Attribute, all, type Level } from "../text/level.ts";

/** What an extmap says: the id and what it stands for. */
export interface HeaderExtension {
  readonly id: number;
  /** For an encrypted extension with the URI of what is encrypted, RFC 6904 §4. */
  readonly uri: string;
  /** Its own; null where it has the stream's. */
  readonly direction: string | null;
  readonly attribute: Attribute;
}

/** Ids from here on are only proposed: they take part in no agreement, RFC 8285 §7. */
const firstProposedId = 4096;
const encrypted = "urn:ietf:params:rtp-hdrext:encrypt";

/** The header extension of an extmap. */
function headerExtension(attribute: Attribute): HeaderExtension {
  const [mapped = "", uri = "", of = ""] = attribute.value.split(" ", 3);
  const [id = "", direction = null] = mapped.split("/", 2);
  return { id: Number(id), uri: uri === encrypted ? `${uri} ${of}` : uri, direction, attribute };
}

const extensions = /* @__PURE__ */ new WeakMap<readonly Attribute[], readonly HeaderExtension[]>();

/** The header extensions that the extmaps of a level map. Several rules ask: the answer is kept as long as its lines are. */
export function extensionsOf(level: Level): readonly HeaderExtension[] {
  const extmaps = all(level, "extmap");
  const known = extensions.get(extmaps) ?? extmaps.map(headerExtension);
  extensions.set(extmaps, known);
  return known;
}

/** Those whose ids are in force. */
export function extensionsInForce(level: Level): HeaderExtension[] {
  return extensionsOf(level).filter(({ id }) => id < firstProposedId);
}

/** The URIs that the extmaps of a level map. */
export function extensionUris(level: Level): ReadonlySet<string> {
  return new Set(extensionsOf(level).map(({ uri }) => uri));
}

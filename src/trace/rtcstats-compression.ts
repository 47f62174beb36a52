/** A description as rtcstats logs it. */
interface LoggedDescription {
  readonly type: string;
  readonly sdp: string;
}

/** The descriptions of one connection that later ones may be written in terms of, by type. */
export interface Bases {
  readonly created: Map<string, string>;
  readonly setLocal: Map<string, string>;
  readonly setRemote: Map<string, string>;
}

/** Nothing seen yet. */
export function noBases(): Bases {
  return { created: new Map(), setLocal: new Map(), setRemote: new Map() };
}

/**
 * The value of a log line with its description written out: rtcstats writes a section that equals the one of an
 * earlier description of that type as `v=` or `m=` alone. A set local description refers to the created one, a
 * created one to that set before; a remote one to the remote one before. Remembers what it has seen in `bases`.
 */
export function expand(bases: Bases, method: string, value: unknown): unknown {
  if (!isDescription(value)) return value;
  const { type } = value;
  switch (method) {
    case "createOfferOnSuccess":
    case "createAnswerOnSuccess":
      return remembered(bases.created, value, bases.setLocal.get(type));
    case "setLocalDescription":
      return remembered(bases.setLocal, value, bases.created.get(creationOf(type)) ?? bases.setLocal.get(type));
    case "setLocalDescriptionOnSuccess":
      return remembered(bases.setLocal, value, bases.setLocal.get(type));
    case "setRemoteDescription":
      return remembered(bases.setRemote, value, bases.setRemote.get(type));
    default:
      return value;
  }
}

// A provisional answer is created as an answer.
function creationOf(type: string): string {
  return type === "pranswer" ? "answer" : type;
}

function remembered(seen: Map<string, string>, value: LoggedDescription, base: string | undefined): LoggedDescription {
  const sdp = base === undefined ? value.sdp : expandSections(base, value.sdp);
  seen.set(value.type, sdp);
  return { ...value, sdp };
}

function expandSections(base: string, compressed: string): string {
  const baseSections = sectionsOf(base);
  const sections = sectionsOf(compressed);
  const isReference = (section: string, index: number) => section === (index === 0 ? "v=" : "m=");
  if (!sections.some(isReference)) return compressed;
  if (sections.length === baseSections.length && sections.every(isReference)) return base;
  const expanded = sections.map((section, index) =>
    isReference(section, index) ? (baseSections[index] ?? section) : section,
  );
  return `${expanded.join("\r\n")}\r\n`;
}

function sectionsOf(sdp: string): string[] {
  return sdp.split("\nm=").map((part, index) => (index === 0 ? part : `m=${part}`).trim());
}

function isDescription(value: unknown): value is LoggedDescription {
  if (typeof value !== "object" || value === null) return false;
  const { type, sdp } = value as { type?: unknown; sdp?: unknown };
  return typeof type === "string" && typeof sdp === "string";
}

import { isDescription, isParseFailure, type LoggedDescription } from "./log-entry.ts";

/** The descriptions of one connection that later ones may be written in terms of, by type. */
export interface Bases {
  readonly created: Map<string, string>;
  readonly set: Record<SetMethod, SetBases>;
}

type SetMethod = "setLocalDescription" | "setRemoteDescription";

interface SetBases {
  readonly applied: Map<string, string>;
  /** What was given to each call, null where nothing was; those before `settled` are settled. */
  readonly given: (LoggedDescription | null)[];
  settled: number;
}

/** Nothing seen yet. */
export function noBases(): Bases {
  const setBases = (): SetBases => ({ applied: new Map(), given: [], settled: 0 });
  return { created: new Map(), set: { setLocalDescription: setBases(), setRemoteDescription: setBases() } };
}

/**
 * The value of a log line with its description written out: rtcstats writes a section that equals the one of an
 * earlier description of that type as `v=` or `m=` alone. A set local description refers to the created one, a
 * created one to that set before; a remote one to the remote one set before. Remembers in `bases` what it has seen.
 */
export function expand(bases: Bases, method: string, value: unknown): unknown {
  const { setLocalDescription: setLocal, setRemoteDescription: setRemote } = bases.set;
  switch (method) {
    case "createOfferOnSuccess":
    case "createAnswerOnSuccess": {
      const expanded = expandFrom(value, (type) => setLocal.applied.get(type));
      if (isDescription(expanded)) bases.created.set(expanded.type, expanded.sdp);
      return expanded;
    }
    case "setLocalDescription":
      return opened(
        setLocal,
        expandFrom(value, (type) => bases.created.get(creationOf(type)) ?? setLocal.applied.get(type)),
      );
    case "setRemoteDescription":
      return opened(
        setRemote,
        expandFrom(value, (type) => setRemote.applied.get(type)),
      );
    case "setLocalDescriptionOnSuccess":
      return settled(
        setLocal,
        expandFrom(value, (type) => setLocal.applied.get(type)),
      );
    case "setRemoteDescriptionOnSuccess":
      return settled(setRemote, value);
    case "setLocalDescriptionOnFailure":
      return refused(setLocal, value);
    case "setRemoteDescriptionOnFailure":
      return refused(setRemote, value);
    default:
      return value;
  }
}

function opened({ given }: SetBases, value: unknown): unknown {
  given.push(isDescription(value) ? value : null);
  return value;
}

function refused(bases: SetBases, value: unknown): unknown {
  if (!isParseFailure(value)) takeOldest(bases);
  return value;
}

function takeOldest(bases: SetBases): LoggedDescription | null {
  const oldest = bases.given[bases.settled];
  if (oldest === undefined) return null;
  bases.given[bases.settled++] = null;
  return oldest;
}

// What was set is what the success says, else what the oldest open call was given.
function settled(bases: SetBases, value: unknown): unknown {
  const given = takeOldest(bases);
  const description = isDescription(value) ? value : given;
  if (description !== null) bases.applied.set(description.type, description.sdp);
  return value;
}

function expandFrom(value: unknown, baseOf: (type: string) => string | undefined): unknown {
  if (!isDescription(value)) return value;
  const base = baseOf(value.type);
  return base === undefined ? value : { ...value, sdp: expandSections(base, value.sdp) };
}

// A provisional answer is created as an answer.
function creationOf(type: string): string {
  return type === "pranswer" ? "answer" : type;
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

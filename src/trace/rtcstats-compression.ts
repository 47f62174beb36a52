import { descriptionOf, type SeenDescription } from "../oracle/evidence/plain-data.ts";
import { failure, type Result, success } from "../result.ts";
import type { SetMethod } from "../signaling/names.ts";
import { isParseFailure } from "./log-entry.ts";

/** The descriptions of one connection that later ones may be written in terms of, by type. */
export interface Bases {
  readonly created: Map<string, string>;
  readonly set: Record<SetMethod, SetBases>;
}

interface SetBases {
  readonly applied: Map<string, string>;
  /** What each call was given, null where it was no description; those before `settled` are settled. */
  readonly given: (SeenDescription | null)[];
  settled: number;
}

/** Nothing seen yet. */
function noBases(): Bases {
  const setBases = (): SetBases => ({ applied: new Map(), given: [], settled: 0 });
  return { created: new Map(), set: { setLocalDescription: setBases(), setRemoteDescription: setBases() } };
}

/** The texts that rtcstats shortened, written out up to a limit for all of them together. */
export interface Expansion {
  /** What is seen of one connection: nothing yet. */
  noBases(): Bases;
  /**
   * The value of a log line with its description written out: rtcstats writes a section that equals the one of an
   * earlier description of that type as `v=` or `m=` alone. A set local description refers to the created one, a
   * created one to that set before; a remote one to the remote one set before. Remembers in `bases` what it has seen.
   */
  valueOf(bases: Bases, method: string, value: unknown): Result<unknown>;
}

/** Writes out at most that much, in UTF-16 code units. */
export function expansion(maxLength: number): Expansion {
  // A short line can stand for a long description: what it costs to look at that one counts, too.
  let left = maxLength;
  let isOver = false;

  function expandFrom(value: unknown, baseOf: (type: string) => string | undefined): unknown {
    const description = descriptionOf(value);
    if (description === null) return value;
    const { type, sdp } = description;
    const base = baseOf(type);
    if (base === undefined || !hasReference(sdp)) return value;
    left -= base.length + sdp.length;
    isOver ||= left < 0;
    return isOver ? value : { type, sdp: expandSections(base, sdp) };
  }

  return {
    noBases,
    valueOf(bases, method, value) {
      const expanded = expandAndRemember(bases, method, value, expandFrom);
      return isOver ? failure(`over the limit of ${maxLength} characters when written out`) : success(expanded);
    },
  };
}

type ExpandFrom = (value: unknown, baseOf: (type: string) => string | undefined) => unknown;

function expandAndRemember(bases: Bases, method: string, value: unknown, expandFrom: ExpandFrom): unknown {
  const { setLocalDescription: setLocal, setRemoteDescription: setRemote } = bases.set;
  switch (method) {
    case "createOfferOnSuccess":
    case "createAnswerOnSuccess": {
      const expanded = expandFrom(value, (type) => setLocal.applied.get(type));
      const created = descriptionOf(expanded);
      if (created !== null) bases.created.set(created.type, created.sdp);
      return expanded;
    }
    case "setLocalDescription":
      return rememberCall(
        setLocal,
        expandFrom(value, (type) => bases.created.get(createdAs(type)) ?? setLocal.applied.get(type)),
      );
    case "setRemoteDescription":
      return rememberCall(
        setRemote,
        expandFrom(value, (type) => setRemote.applied.get(type)),
      );
    case "setLocalDescriptionOnSuccess":
      return rememberSuccess(
        setLocal,
        expandFrom(value, (type) => setLocal.applied.get(type)),
      );
    case "setRemoteDescriptionOnSuccess":
      return rememberSuccess(setRemote, value);
    case "setLocalDescriptionOnFailure":
      return rememberFailure(setLocal, value);
    case "setRemoteDescriptionOnFailure":
      return rememberFailure(setRemote, value);
    default:
      return value;
  }
}

function rememberCall({ given }: SetBases, value: unknown): unknown {
  given.push(descriptionOf(value));
  return value;
}

function rememberFailure(bases: SetBases, value: unknown): unknown {
  if (!isParseFailure(value)) takeOldest(bases);
  return value;
}

function takeOldest(bases: SetBases): SeenDescription | null {
  const oldest = bases.given[bases.settled];
  if (oldest === undefined) return null;
  bases.given[bases.settled++] = null;
  return oldest;
}

// What was set is what the success says, else what the oldest open call was given.
function rememberSuccess(bases: SetBases, value: unknown): unknown {
  const given = takeOldest(bases);
  const description = descriptionOf(value) ?? given;
  if (description !== null) bases.applied.set(description.type, description.sdp);
  return value;
}

// A provisional answer is created as an answer.
function createdAs(type: string): string {
  return type === "pranswer" ? "answer" : type;
}

// The first section is referred to as `v=`, the others as `m=`.
function hasReference(sdp: string): boolean {
  return sectionsOf(sdp).some(isReference);
}

function isReference(section: string, index: number): boolean {
  return section === (index === 0 ? "v=" : "m=");
}

function expandSections(base: string, compressed: string): string {
  const baseSections = sectionsOf(base);
  const sections = sectionsOf(compressed);
  if (sections.length === baseSections.length && sections.every(isReference)) return base;
  const expanded = sections.map((section, index) =>
    isReference(section, index) ? (baseSections[index] ?? section) : section,
  );
  return `${expanded.join("\r\n")}\r\n`;
}

function sectionsOf(sdp: string): string[] {
  return sdp.split("\nm=").map((part, index) => (index === 0 ? part : `m=${part}`).trim());
}

import { quote } from "../../sdp/text/quote.ts";
import type { SignalingState } from "../../signaling/transition-table.ts";
import { itemsOf, type SeenDescription, stateOf } from "./plain-data.ts";

/** What a member must be, and how it is read. */
export interface MemberKind<Value> {
  readonly expected: string;
  /** Is the value a name? Then a TypeError quotes what was found in its place. */
  readonly isName?: boolean;
  /** Gives undefined where the value is of another kind. Whatever the value is, nothing throws. */
  readonly read: (value: unknown) => Value | undefined;
}

/** Reads a member of an object, once. @throws TypeError where the member is of another kind; the message names it */
export type MemberReader = <Value>(name: string, kind: MemberKind<Value>) => Value;

/**
 * What reads the members of a value that a caller passed.
 *
 * @param where the words that a TypeError begins with
 * @param path what the value's members are called by
 * @throws TypeError where the value has no members
 */
export function memberReader(where: string, path: string, value: unknown): MemberReader {
  if (!hasMembers(value)) throw new TypeError(`${where}: ${path} must be an object, found ${kindOf(value)}`);
  return (name, { expected, read, isName = false }) => {
    let member: unknown;
    try {
      member = (value as Readonly<Record<string, unknown>>)[name];
    } catch {
      throw new TypeError(`${where}: ${path}.${name} cannot be read: its getter throws`);
    }
    const result = read(member);
    if (result !== undefined) return result;
    const found = member === undefined ? "it is missing" : `found ${shown(member, isName)}`;
    throw new TypeError(`${where}: ${path}.${name} must be ${expected}, ${found}`);
  };
}

function hasMembers(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}

// Any other text may be SDP, which holds addresses and passwords.
function shown(value: unknown, isName: boolean): string {
  return isName && typeof value === "string" ? quote(value) : kindOf(value);
}

function kindOf(value: unknown): string {
  if (typeof value === "number" || value === null || value === undefined) return String(value);
  if (itemsOf(value) !== null) return "an array";
  return /^[aeiou]/.test(typeof value) ? `an ${typeof value}` : `a ${typeof value}`;
}

/** Anything at all. */
export const anything: MemberKind<{ readonly value: unknown }> = {
  expected: "anything",
  read: (value) => ({ value }),
};

/** One of these texts. */
export function nameAmong<Name extends string>(names: readonly Name[]): MemberKind<Name> {
  return {
    isName: true,
    expected: `one of ${names.join(", ")}`,
    read: (value) => names.find((name) => name === value),
  };
}

/** A signaling state; one that no specification knows counts as closed. */
export const state: MemberKind<SignalingState> = {
  expected: "a signaling state",
  read: (value) => (typeof value === "string" ? stateOf(value) : undefined),
};

/** A list of signaling states; null where it is left out. */
export const states: MemberKind<readonly SignalingState[] | null> = {
  expected: "an array of signaling states",
  read(value) {
    if (value === undefined) return null;
    const items = itemsOf(value);
    return items?.every((item) => typeof item === "string") ? items.map(stateOf) : undefined;
  },
};

/** A time in ms; 0 where it is left out. */
export const time: MemberKind<number> = {
  expected: "a finite number of ms",
  read: (value) => (value === undefined ? 0 : Number.isFinite(value) ? (value as number) : undefined),
};

/** A description, of whatever type; `held` is null for null, and undefined where it is left out. */
export const description: MemberKind<{ readonly held: SeenDescription | null | undefined }> = {
  expected: "null, or an object with the strings type and sdp",
  read(value) {
    if (value === undefined || value === null) return { held: value };
    try {
      const { type, sdp } = value as Readonly<Record<"type" | "sdp", unknown>>;
      if (typeof type !== "string") return undefined;
      if (sdp === undefined) return { held: undefined };
      return typeof sdp === "string" ? { held: Object.freeze({ type, sdp }) } : undefined;
    } catch {
      return undefined;
    }
  },
};

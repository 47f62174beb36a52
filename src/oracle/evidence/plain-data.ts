import { cut } from "../../sdp/text/quote.ts";
import { type Description, type SlotName, slotNames } from "../../signaling/description.ts";
import { signalingStateNamed } from "../../signaling/names.ts";
import type { SignalingState } from "../../signaling/transition-table.ts";

// What strangers pass, read as plain data. Whatever the value is, nothing throws.

/** A description as an implementation has it: an object of its own class, maybe. */
export interface DescriptionLike {
  readonly type: string;
  readonly sdp?: string | undefined;
}

/** A description as it was seen: plain data, of whatever type. */
export interface SeenDescription extends DescriptionLike {
  readonly sdp: string;
}

/** What the slots were seen to hold; a slot that is left out was not looked at. */
export type ObservedSlots = { readonly [Name in SlotName]?: Description | null | undefined };

/** An error as its members say: of a DOMException the `name`, of an RTCError its detail and line (1-based) too. */
export interface ObservedError {
  readonly name: string;
  readonly message?: string | null | undefined;
  readonly errorDetail?: string | null | undefined;
  readonly sdpLineNumber?: number | null | undefined;
}

/** Reads a member of anything; undefined where its getter throws. */
export function memberOf(value: unknown, name: string): unknown {
  try {
    return Object(value)[name];
  } catch {
    return undefined;
  }
}

/** Reads a list; null where the value is not a list. */
export function itemsOf(value: unknown): readonly unknown[] | null {
  try {
    return Array.isArray(value) ? [...value] : null;
  } catch {
    // A revoked proxy throws even at that question.
    return null;
  }
}

/** Reads a signaling state; one that no specification knows counts as closed. */
export function stateOf(value: unknown): SignalingState {
  return signalingStateNamed(value) ?? "closed";
}

/** Reads a description; null where the value is not one. */
export function descriptionOf(value: unknown): SeenDescription | null {
  const type = memberOf(value, "type");
  const sdp = memberOf(value, "sdp");
  return typeof type === "string" && typeof sdp === "string" ? Object.freeze({ type, sdp }) : null;
}

/** Reads the slots among a value's members. A slot that holds what cannot be stored counts as not looked at. */
export function slotsOf(value: unknown): ObservedSlots {
  const slots = slotNames.map((name) => [name, slotOf(memberOf(value, name))] as const);
  return Object.fromEntries(slots.filter(([, held]) => held !== undefined));
}

function slotOf(value: unknown): Description | null | undefined {
  if (value === null) return null;
  const description = descriptionOf(value);
  return description !== null && isStorable(description) ? description : undefined;
}

function isStorable(description: SeenDescription): description is Description {
  return ["offer", "pranswer", "answer"].includes(description.type);
}

/** Of an error's name and detail, in UTF-16 code units: messages quote them. */
const longestErrorName = 100;

/** Reads an error: anything may have been thrown. */
export function errorOf(value: unknown): ObservedError {
  const name = memberOf(value, "name");
  const message = memberOf(value, "message");
  const errorDetail = memberOf(value, "errorDetail");
  const sdpLineNumber = memberOf(value, "sdpLineNumber");
  return Object.freeze({
    name: typeof name === "string" ? cut(name, longestErrorName) : typeof value,
    message: typeof message === "string" ? message : null,
    errorDetail: typeof errorDetail === "string" ? cut(errorDetail, longestErrorName) : null,
    sdpLineNumber: typeof sdpLineNumber === "number" ? sdpLineNumber : null,
  });
}

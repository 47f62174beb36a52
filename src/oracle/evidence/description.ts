import { memberOf } from "./plain-data.ts";

/** A description as an implementation has it: an object of its own class, maybe. */
export interface DescriptionLike {
  readonly type: string;
  readonly sdp?: string | undefined;
}

/** A description as it was seen: plain data, of whatever type. */
export interface SeenDescription extends DescriptionLike {
  readonly sdp: string;
}

/** Reads a description; null where the value is not one. */
export function descriptionOf(value: unknown): SeenDescription | null {
  const type = memberOf(value, "type");
  const sdp = memberOf(value, "sdp");
  return typeof type === "string" && typeof sdp === "string" ? Object.freeze({ type, sdp }) : null;
}

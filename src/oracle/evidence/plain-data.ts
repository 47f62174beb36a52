import { signalingStateNamed } from "../../signaling/names.ts";
import type { SignalingState } from "../../signaling/transition-table.ts";

/** A member of anything. A stranger's getter may throw: then there is nothing to see. */
export function memberOf(value: unknown, name: string): unknown {
  try {
    return Object(value)[name];
  } catch {
    return undefined;
  }
}

/** The items of a list; null where the value is not a list. A revoked proxy throws even at that question. */
export function itemsOf(value: unknown): readonly unknown[] | null {
  try {
    return Array.isArray(value) ? [...value] : null;
  } catch {
    return null;
  }
}

/** A signaling state as it was seen; one that no specification knows counts as closed. */
export function seenState(seen: unknown): SignalingState {
  return signalingStateNamed(seen) ?? "closed";
}

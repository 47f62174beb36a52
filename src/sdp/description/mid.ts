import type { Sdp, Section } from "./description.ts";

/**
 * A section's mid; where it has none, one made of its index, which is the same in every later description.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9429.html#section-5.10
 */
export function midOf(sdp: Sdp, { mid, index }: Section): string {
  if (mid !== null) return mid;
  let made = `${index}`;
  while (sdp.byMid.has(made)) made = `_${made}`;
  return made;
}

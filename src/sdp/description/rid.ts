import { compile } from "../text/grammar/notation.ts";
import { type Attribute, all, own } from "../text/level.ts";
import type { Section } from "./description.ts";

/** RFC 8851 §10. */
const grammar = compile("1*rid-char (send|recv)[ bytes]");

/** A declared RID. */
export interface Rid {
  readonly id: string;
  readonly direction: string;
  /** Its direction and all that follows. */
  readonly definition: string;
  readonly attribute: Attribute;
}

/**
 * The RIDs of a section by id, and the lines that are discarded: malformed ones, and every line of an id that comes again.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8851.html#section-6.2.2
 */
export function ridsOf(section: Section): { declared: ReadonlyMap<string, Rid>; discarded: readonly Attribute[] } {
  const lines = all(section, "rid");
  const declared = new Map<string, Rid>();
  const repeated = new Set<string>();
  for (const attribute of lines) {
    const { value } = attribute;
    if (grammar(value, 0, value.length) !== value.length) continue;
    const [id = "", direction = ""] = value.split(" ", 2);
    if (declared.has(id)) repeated.add(id);
    else declared.set(id, { id, direction, definition: value.slice(id.length + 1), attribute });
  }
  for (const id of repeated) declared.delete(id);
  return {
    declared,
    discarded: lines.filter((line) => declared.get(line.value.split(" ", 1)[0] ?? "")?.attribute !== line),
  };
}

/** The RIDs that the section's simulcast names, each with its direction there. */
export function simulcastRids(section: Section): { id: string; direction: string }[] {
  const words = own(section, "simulcast")?.value.split(" ") ?? [];
  const named: { id: string; direction: string }[] = [];
  for (let at = 0; at + 1 < words.length; at += 2) {
    for (const stream of (words[at + 1] as string).split(/[;,]/)) {
      named.push({ id: stream.replace("~", ""), direction: words[at] as string });
    }
  }
  return named;
}

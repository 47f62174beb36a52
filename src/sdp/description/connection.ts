import type { Sdp } from "./description.ts";

const connectionLine = /^c=\S+ (\S+) /;

/** The addrtype of each section's own c= line, or of the session's; null where neither has one. */
export function addressTypesOf(sdp: Sdp): readonly (string | null)[] {
  let ofSession: string | null = null;
  const types: (string | null)[] = [];
  // Sections are compared with each other: equal types are one string, which costs nothing to compare.
  const known = new Map<string, string>();
  for (const line of sdp.text.split("\n")) {
    if (line.startsWith("m=")) types.push(ofSession);
    else if (line.startsWith("c=")) {
      const found = connectionLine.exec(line)?.[1] ?? null;
      const type = found === null ? null : (known.get(found) ?? found);
      if (type !== null) known.set(type, type);
      if (types.length === 0) ofSession = type;
      else types[types.length - 1] = type;
    }
  }
  return types;
}

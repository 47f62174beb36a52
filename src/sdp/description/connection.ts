import type { Sdp } from "./description.ts";

// Sections are compared with each other. No addrtype is longer: of a longer word, the beginning is compared.
const connectionLine = /^c=\S+ (\S{1,40})/;

/** The addrtype of each section's own c= line, or of the session's; null where neither has one. */
export function addressTypesOf(sdp: Sdp): readonly (string | null)[] {
  let ofSession: string | null = null;
  const types: (string | null)[] = [];
  for (const line of sdp.text.split("\n")) {
    if (line.startsWith("m=")) types.push(ofSession);
    else if (line.startsWith("c=")) {
      const type = connectionLine.exec(line)?.[1] ?? null;
      if (types.length === 0) ofSession = type;
      else types[types.length - 1] = type;
    }
  }
  return types;
}

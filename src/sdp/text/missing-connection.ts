import type { SectionDraft } from "../description/describe.ts";
import { type Fault, fail, type Reader, tolerable } from "./reader.ts";

/** The section that ends here must have connection data. */
export function missingConnection(reader: Reader): Fault | null {
  const { section, session } = reader;
  if (section === null || section.connected || session.connected) return null;
  return tolerable(reader, disconnected(reader, section));
}

/** A fault of the section's m= line. */
function disconnected({ text }: Reader, section: SectionDraft): Fault {
  return fail({ ...section, text }, "S6");
}

/** Of two wrong lines the first counts: that of the m= section, if no c= line follows in it. */
export function withMissingConnection(reader: Reader, fault: Fault): Fault {
  const { section, session, text } = reader;
  const judged = section === null || section.connected || session.connected || reader.tolerate.has("S6");
  // Right behind the m= line the wrong line may be what was meant as the c= line.
  if (judged || "mi".includes(reader.previous)) return fault;
  const connection = text.indexOf("\nc=", section.lineStart);
  const next = text.indexOf("\nm=", section.lineStart);
  return connection >= 0 && (next < 0 || connection < next) ? fault : disconnected(reader, section);
}

import type { SectionDraft } from "./media-section.ts";
import { type Fault, lineAt, type Reader } from "./reader.ts";

/** The section that ends here must have connection data. */
export function missingConnection(reader: Reader): Fault | null {
  const { section, session } = reader;
  if (section === null || section.connected || session.connected) return null;
  const fault = disconnected(reader, section);
  if (!reader.tolerate.has("S6")) return fault;
  reader.warn?.(fault, section.index);
  return null;
}

function disconnected(reader: Reader, section: SectionDraft): Fault {
  const sdpLineNumber = section.sdpLineNumber;
  const message = `neither the m= section nor the session has a c= line: ${lineAt(reader.text, section.lineStart)}`;
  return { rule: "S6", sdpLineNumber, message, reference: null };
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

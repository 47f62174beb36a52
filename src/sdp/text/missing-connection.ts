import { type Fault, lineFault } from "./fault.ts";
import { isTolerated, type Reader, type SectionDraft, unlessTolerated } from "./reader.ts";
import { syntaxRule } from "./syntax-rules.ts";

/** The fault of the section that ends here, if it has no connection data. */
export function missingConnection(reader: Reader): Fault | null {
  const { section, session } = reader;
  if (section === null || section.connected || session.connected) return null;
  return unlessTolerated(reader, disconnected(reader, section));
}

/** A fault of the section's m= line. */
function disconnected({ text }: Reader, { lineStart, sdpLineNumber }: SectionDraft): Fault {
  return lineFault({ text, lineStart, sdpLineNumber }, syntaxRule("S6"));
}

/** Of two wrong lines the first counts: that of the m= section, if no c= line follows in it. */
export function withMissingConnection(reader: Reader, fault: Fault): Fault {
  const { section, session, text } = reader;
  if (section === null || section.connected || session.connected || isTolerated(reader, "S6")) return fault;
  // Where a c= line may come, the wrong line may be what was meant as one.
  if (reader.next.includes("c")) return fault;
  const connection = text.indexOf("\nc=", section.lineStart);
  const next = text.indexOf("\nm=", section.lineStart);
  return connection >= 0 && (next < 0 || connection < next) ? fault : disconnected(reader, section);
}

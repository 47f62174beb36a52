import { type Fault, lineFault, type Problem } from "./fault.ts";
import { isTolerated, type Reader, refuseLine } from "./reader.ts";
import { syntaxRule } from "./syntax-rules.ts";

const disconnected: Problem = {
  at: null,
  message: "neither the m= section nor the session has a c= line: add c=IN IP4 0.0.0.0",
};

/** The fault of the section that ends here, if it has no connection data: a fault of its m= line. */
export function missingConnection(reader: Reader): Fault | null {
  const { section, session, text } = reader;
  if (section === null || section.connected || session.connected) return null;
  return refuseLine(reader, "S6", disconnected, undefined, { ...section, text });
}

/** Of two wrong lines the first counts: that of the m= section, if no c= line follows in it. */
export function withMissingConnection(reader: Reader, fault: Fault): Fault {
  const { section, session, text } = reader;
  if (section === null || section.connected || session.connected || isTolerated(reader, "S6")) return fault;
  // Where a c= line may come, the wrong line may be what was meant as one.
  if (reader.next.includes("c")) return fault;
  const connection = text.indexOf("\nc=", section.lineStart);
  const next = text.indexOf("\nm=", section.lineStart);
  if (connection >= 0 && (next < 0 || connection < next)) return fault;
  return lineFault({ ...section, text }, syntaxRule("S6"), disconnected);
}

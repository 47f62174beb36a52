import type { Reference } from "../../specifications.ts";
import { type Fault, lineFault, type Problem } from "./fault.ts";
import type { Reader } from "./reader.ts";
import { type SyntaxRuleId, syntaxRule } from "./syntax-rules.ts";

/** The fault of the line being read; null where its rule is tolerated, which is reported. */
export function refuseLine(reader: Reader, id: SyntaxRuleId, problem: Problem, reference?: Reference): Fault | null {
  return unlessTolerated(reader, lineFault(reader, syntaxRule(id), problem, reference));
}

/** The fault of the section that ends here, if it has no connection data: a fault of its m= line. */
export function missingConnection(reader: Reader): Fault | null {
  const { section, session, text } = reader;
  if (section === null || section.connected || session.connected) return null;
  const message = "neither the m= section nor the session has a c= line: add c=IN IP4 0.0.0.0";
  const { lineStart, sdpLineNumber } = section;
  return unlessTolerated(
    reader,
    lineFault({ text, lineStart, sdpLineNumber }, syntaxRule("S6"), { at: null, message }),
  );
}

/** Of two wrong lines the first counts: that of the m= section, if no c= line follows in it. */
export function withMissingConnection(reader: Reader, fault: Fault): Fault {
  const { section, session, next, text } = reader;
  if (section === null || section.connected || session.connected) return fault;
  // Where a c= line may come, the wrong line may be what was meant as one.
  if (next.includes("c") || reader.options.tolerate.has("S6")) return fault;
  const connection = text.indexOf("\nc=", section.lineStart);
  const nextSection = text.indexOf("\nm=", section.lineStart);
  const follows = connection >= 0 && (nextSection < 0 || connection < nextSection);
  // It is looked for once.
  section.connected ||= follows;
  return missingConnection(reader) ?? fault;
}

function unlessTolerated({ options, section }: Reader, fault: Fault): Fault | null {
  const { tolerate, listener } = options;
  if (!tolerate.has(fault.rule) || !syntaxRule(fault.rule).tolerable) return fault;
  listener?.tolerated(fault, section?.index ?? null);
  return null;
}

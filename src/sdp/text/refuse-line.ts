import type { Reference } from "../../specifications.ts";
import { type Fault, lineFault, type Problem } from "./fault.ts";
import type { Reader, SectionDraft } from "./reader.ts";
import { type SyntaxRuleId, syntaxRule } from "./syntax-rules.ts";

/**
 * The fault of the line being read. Null where reading goes on: where the rule is tolerated, and where there is a
 * listener, who receives it. Of two wrong lines the first counts: an m= line whose section has no c= line comes before all
 * that is wrong inside.
 */
export function refuseLine(reader: Reader, id: SyntaxRuleId, problem: Problem, reference?: Reference): Fault | null {
  const { section } = reader;
  const fault = lineFault(reader, syntaxRule(id), problem, reference);
  if (isTolerated(reader, id)) return tell(reader, fault, "warning");
  if (section === null || isTolerated(reader, "S6")) return tell(reader, fault, "error");
  const disconnected = lacksConnection(reader) ? tell(reader, disconnection(reader, section), "error") : null;
  // What is missing is told once; where a c= line may come, the wrong line may be what was meant as one.
  section.connected = true;
  return disconnected ?? tell(reader, fault, "error");
}

/** The fault of the section that ends here, if it has no connection data: a fault of its m= line. */
export function missingConnection(reader: Reader): Fault | null {
  const { section, session } = reader;
  if (section === null || section.connected || session.connected) return null;
  return tell(reader, disconnection(reader, section), isTolerated(reader, "S6") ? "warning" : "error");
}

/** Whether the breach of a rule only warns. */
export function isTolerated({ options }: Reader, id: string): boolean {
  return options.tolerate.has(id) && syntaxRule(id).tolerable;
}

/** Lets a listener know that attributes of that name at this level are in doubt, or, without a name, everything. */
export function doubt({ options, level }: Reader, name: string | null): void {
  options.listener?.doubt(level, name);
}

function tell(reader: Reader, fault: Fault, severity: "error" | "warning"): Fault | null {
  const { listener } = reader.options;
  if (listener === null) return severity === "error" ? fault : null;
  if (!listener.hear(severity, fault, reader.section?.index ?? null)) reader.ended = true;
  return null;
}

/** Whether the section has no c= line, neither before the wrong line nor after it, nor in its place. */
function lacksConnection({ section, session, next, text }: Reader): boolean {
  if (section === null || section.connected || session.connected || next.includes("c")) return false;
  const connection = text.indexOf("\nc=", section.lineStart);
  const nextSection = text.indexOf("\nm=", section.lineStart);
  return connection < 0 || (nextSection >= 0 && nextSection < connection);
}

function disconnection({ text }: Reader, { lineStart, sdpLineNumber }: SectionDraft): Fault {
  const message = "neither the m= section nor the session has a c= line: add c=IN IP4 0.0.0.0";
  return lineFault({ text, lineStart, sdpLineNumber }, syntaxRule("S6"), { at: null, message });
}

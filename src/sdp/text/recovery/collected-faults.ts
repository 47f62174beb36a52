import { malformed } from "../explain/malformed.ts";
import { type Fault, lineFault, type Problem } from "../fault.ts";
import type { AttributeGrammar } from "../grammar/attribute-grammar.ts";
import { type Attribute, all, type Level } from "../level.ts";
import { type SyntaxWarningId, syntaxWarnings } from "../syntax-warnings.ts";
import { doubts } from "./doubts.ts";
import type { LineBeingRead, Listener } from "./listener.ts";
import { likelyNames } from "./near-miss.ts";

/** A fault that was heard of, and the index of the media section that its line is in, or null. */
export interface CollectedFault {
  readonly fault: Fault;
  readonly mLineIndex: number | null;
}

/** Of the errors and of the warnings so many are listed each. */
const most = 100;

/** A listener, and what it has heard: errors and warnings in the order of the lines, and what they leave in doubt. */
export function collectFaults() {
  const errors: CollectedFault[] = [];
  const warnings: CollectedFault[] = [];
  const inDoubt = doubts();
  const likelyName = likelyNames();
  const tell = (line: LineBeingRead, id: SyntaxWarningId, problem: Problem, grammar?: AttributeGrammar) => {
    const rule = syntaxWarnings.find((entry) => entry.id === id);
    if (rule === undefined || warnings.length > most) return;
    const fault = lineFault(line, rule, problem, grammar?.reference);
    const message = warnings.length < most ? fault.message : `${fault.message}; warnings from here on are not listed`;
    warnings.push({ fault: { ...fault, message }, mLineIndex: line.section?.index ?? null });
  };
  const listener: Listener = {
    hear(severity, fault, mLineIndex) {
      const list = severity === "error" ? errors : warnings;
      if (list.length <= most) list.push({ fault, mLineIndex });
      if (errors.length <= most) return true;
      const last = errors.pop() as CollectedFault;
      const message = `${fault.message}; what follows was not read, after ${most} errors`;
      errors.push({ ...last, fault: { ...fault, message } });
      inDoubt.add({ known: new Map() }, null);
      return false;
    },
    warn(line, id, attribute, grammar, level) {
      tell(line, id, oddity(line, id, attribute, grammar, level), id === "W14" ? undefined : grammar);
    },
    unknown(line, { name }) {
      const likely = likelyName(name);
      if (likely === null) return;
      tell(line, "W40", { at: line.at, message: `a=${name} is unknown, and ignored: a=${likely} is known` });
    },
    doubt: inDoubt.add,
  };
  return { listener, doubts: inDoubt, errors: () => inOrder(errors), warnings: () => inOrder(warnings) };
}

/** What is odd about a line. */
function oddity(
  { text, at, end, section }: LineBeingRead,
  id: SyntaxWarningId,
  attribute?: Attribute,
  grammar?: AttributeGrammar,
  level?: Level,
): Problem {
  if (attribute === undefined || grammar === undefined) {
    return { at: end, message: "the last line has no end, which Chromium refuses: add CRLF" };
  }
  const { name, value } = attribute;
  if (id === "W14") {
    const place = section === null ? "an m= section" : "the session part";
    return { at, message: `a=${name} is ignored here: it belongs in ${place}` };
  }
  if (id === "W15") {
    const [first] = level === undefined ? [] : all(level, grammar.key);
    return { at, message: `a=${name} is already on line ${first?.sdpLineNumber}` };
  }
  const problem = malformed(
    { text, at: end - value.length, end },
    `a=${name}`,
    grammar.tolerance?.strict ?? grammar.value,
  );
  const isComma = name === "ice-options" && problem.at !== null && text.startsWith(",", problem.at);
  return isComma ? { ...problem, message: 'a=ice-options separates tags by spaces, found ","' } : problem;
}

function inOrder(heard: readonly CollectedFault[]): readonly CollectedFault[] {
  return [...heard].sort((a, b) => a.fault.sdpLineNumber - b.fault.sdpLineNumber);
}

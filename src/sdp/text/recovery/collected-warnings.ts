import { malformed } from "../explain/malformed.ts";
import { type Fault, lineFault, type Problem } from "../fault.ts";
import type { AttributeGrammar } from "../grammar/attribute-grammar.ts";
import { type Attribute, all, type Level } from "../level.ts";
import { type SyntaxWarningId, syntaxWarnings } from "../syntax-warnings.ts";
import type { LineBeingRead, Listener } from "./listener.ts";
import { likelyNames } from "./near-miss.ts";

/** A fault, and the index of the media section that its line is in, or null. */
export interface CollectedFault {
  readonly fault: Fault;
  readonly mLineIndex: number | null;
}

/** A listener, so many of the warnings that it has heard so far, and the number of all. */
export function collectWarnings(most: number): {
  readonly listener: Listener;
  readonly warnings: readonly CollectedFault[];
  readonly count: () => number;
} {
  const warnings: CollectedFault[] = [];
  let count = 0;
  const likelyName = likelyNames();
  const add = (fault: Fault, mLineIndex: number | null) => {
    if (count++ < most) warnings.push({ fault, mLineIndex });
  };
  const tell = (line: LineBeingRead, id: SyntaxWarningId, problem: Problem, grammar?: AttributeGrammar) => {
    const rule = syntaxWarnings.find((entry) => entry.id === id);
    if (rule !== undefined) add(lineFault(line, rule, problem, grammar?.reference), line.section?.index ?? null);
  };
  const listener: Listener = {
    tolerated: add,
    warn(line, id, attribute, grammar, level) {
      tell(line, id, oddity(line, id, attribute, grammar, level), id === "W14" ? undefined : grammar);
    },
    unknown(line, { name }) {
      const likely = likelyName(name);
      if (likely === null) return;
      tell(line, "W30", { at: line.at, message: `a=${name} is unknown, and ignored: a=${likely} is known` });
    },
  };
  return { listener, warnings, count: () => count };
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

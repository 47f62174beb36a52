import type { Fault, Problem } from "./fault.ts";
import { type LineGrammar, lineGrammars, sectionType } from "./grammar/line-grammar.ts";
import type { Reader } from "./reader.ts";
import { doubt, refuseLine } from "./refuse-line.ts";

const order = [...lineGrammars.keys()];

/** What to do with a line that stands where it may not: read it all the same, or pass over it. */
export type Misplaced = "read" | "passed over";

/** A line that may not come next: a fault, or what to do with it where reading goes on. */
export function misplaced(reader: Reader, { type, nextInMedia }: LineGrammar): Fault | Misplaced {
  const { section, missing, lineStart, level } = reader;
  const at = (message: string): Problem => ({ at: lineStart, message });
  const lacking = lackingBefore(reader, type);
  if (lacking !== "") {
    reader.missing += lacking;
    doubt(reader, null);
    // A line that could be any may be the one that is missing.
    if (reader.isLineLost) return "read";
    return refuseLine(reader, "S2", { at: null, message: `expected ${asLines(lacking)} here` }) ?? "read";
  }
  if (missing.includes(type)) return "read";
  const tooLate = (types: string): Problem => at(`${type}= stands too late, the order is ${types}: move it up`);
  if (level.types.includes(type) && (section === null ? "vosiucz" : "ik").includes(type)) {
    return refuseLine(reader, "S2", at(`a second ${type}= line: remove one`)) ?? "passed over";
  }
  if (section === null) return refuseLine(reader, "S2", tooLate(order.join(" "))) ?? "passed over";
  if (nextInMedia !== "") return refuseLine(reader, "S7", tooLate("m i c b k a")) ?? "read";
  reader.ended = type === "v";
  const where = reader.ended ? "begins another description" : "belongs before the first m= line";
  return refuseLine(reader, "S2", at(`${type}= ${where}`)) ?? "passed over";
}

/** The problem of a text that ends before the session part is complete; null where it is. */
export function incomplete({ next }: Reader): Problem | null {
  if (next.includes(sectionType)) return null;
  return { at: null, message: `the text ends, expected ${asLines(mandatoryOf(next))} next` };
}

/** The mandatory lines that should have come before one of that type; the reading then stands behind them. */
function lackingBefore(reader: Reader, type: string): string {
  let lacking = "";
  const rank = order.indexOf(type);
  while (!reader.next.includes(type) && !reader.next.includes(sectionType)) {
    const mandatory = mandatoryOf(reader.next);
    if (rank < order.indexOf(mandatory)) break;
    lacking += mandatory;
    reader.next = lineGrammars.get(mandatory)?.nextInSession ?? "";
  }
  return lacking;
}

/** Of the types that may come next in an incomplete session part, the one that must come: all others are optional before it. */
function mandatoryOf(next: string): string {
  return next.slice(-1);
}

function asLines(types: string): string {
  return [...types].map((type) => `${type}=`).join(" and ");
}

import type { Fault, Problem } from "./fault.ts";
import { type LineGrammar, lineGrammars, sectionType } from "./grammar/line-grammar.ts";
import type { Reader } from "./reader.ts";
import { refuseLine } from "./refuse-line.ts";

const order = [...lineGrammars.keys()].join(" ");

/** The fault of a line that may not come next; null where the order is tolerated. */
export function misplaced(reader: Reader, { type, nextInMedia }: LineGrammar): Fault | null {
  const { section, next, lineStart: at, level } = reader;
  const [lacking] = lackingBefore(type, next);
  if (lacking !== "") return refuseLine(reader, "S2", { at: null, message: `expected ${asLines(lacking)} here` });
  const refuse = (message: string) => refuseLine(reader, "S2", { at, message: `${type}= ${message}` });
  if (level.types.includes(type) && (section === null ? "vosiucz" : "ik").includes(type)) {
    return refuse("stands there already: remove one");
  }
  const tooLate = "stands too late: move it up, the order is";
  if (section === null) return refuse(`${tooLate} ${order}`);
  if (nextInMedia !== "") return refuseLine(reader, "S7", { at, message: `${type}= ${tooLate} m i c b k a` });
  return refuse(type === "v" ? "begins another description" : "belongs before the first m= line");
}

/** The problem of a text that ends before the session part is complete; null where it is. */
export function incomplete({ next }: Reader): Problem | null {
  if (next.includes(sectionType)) return null;
  return { at: null, message: `the text ends, expected ${asLines(mandatoryOf(next))} next` };
}

/** The mandatory lines that should have come before one of that type, and the types that may come after them. */
export function lackingBefore(type: string, next: string): readonly [lacking: string, next: string] {
  if (next.includes(type) || next.includes(sectionType)) return ["", next];
  const mandatory = mandatoryOf(next);
  if (order.indexOf(type) < order.indexOf(mandatory)) return ["", next];
  const [others, after] = lackingBefore(type, lineGrammars.get(mandatory)?.nextInSession ?? sectionType);
  return [mandatory + others, after];
}

/** Of the types that may come next in an incomplete session part, the one that must come: all others are optional before it. */
function mandatoryOf(next: string): string {
  return next.slice(-1);
}

function asLines(types: string): string {
  return [...types].map((type) => `${type}=`).join(" and ");
}

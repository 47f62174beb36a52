import type { Fault } from "./fault.ts";
import { type LineGrammar, lineGrammars, sectionType } from "./grammar/line-grammar.ts";
import { doubt, type Reader, refuse } from "./reader.ts";

const order = [...lineGrammars.keys()];
const sectionOrder = [..."icbka"];
const onceInSession = "vosiucz";
const onceInSection = "ik";

/** What to do with a line that stands where it may not: read it all the same, or pass over it. */
export type Misplaced = "read" | "passed over";

/** A line that may not come next: a fault, or what to do with it where reading goes on. */
export function misplaced(reader: Reader, { type, nextInMedia }: LineGrammar): Fault | Misplaced {
  const { section, next, missing, lineStart: at } = reader;
  if (section === null && !next.includes(sectionType)) {
    const lacking = lackingBefore(reader, type);
    if (lacking !== "") {
      reader.missing += lacking;
      doubt(reader, null);
      // The line that could be any may be the one that is missing.
      if (reader.isLineLost) return "read";
      const fault = refuse(reader, "S2", () => ({ at, message: missingLines(lacking, "before this line") }));
      return fault ?? "read";
    }
  }
  if (missing.includes(type)) return "read";
  if (section === null)
    return refuse(reader, "S2", () => ({ at, message: tooLateOrTwice(reader, type) })) ?? "passed over";
  if (nextInMedia === "") {
    const other = type === "v" ? "begins another description: a text holds one" : "belongs before the first m= line";
    reader.ended = type === "v";
    return refuse(reader, "S2", () => ({ at, message: `${type}= ${other}` })) ?? "passed over";
  }
  if (onceInSection.includes(type) && section.types.includes(type)) {
    return refuse(reader, "S2", () => ({ at, message: second(type, "an m= section") })) ?? "passed over";
  }
  return refuse(reader, "S7", () => ({ at, message: tooLate(type, sectionOrder) })) ?? "read";
}

/** The text that ends before the session part is complete. */
export function missingAtEnd({ next }: Reader): string {
  return `the text ends: ${missingLines(mandatoryOf(next), "next")}`;
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

const usual: Readonly<Record<string, string>> = { v: "v=0", s: "s=-", t: "t=0 0" };

function missingLines(types: string, where: string): string {
  const lines = [...types].map((type) => usual[type] ?? `${type}=`).join(" and ");
  return `expected ${lines} ${where}`;
}

function tooLateOrTwice({ session }: Reader, type: string): string {
  const isTwice = onceInSession.includes(type) && session.types.includes(type);
  return isTwice ? second(type, "the session part") : tooLate(type, order);
}

function second(type: string, part: string): string {
  return `a second ${type}= line: ${part} may have one`;
}

function tooLate(type: string, types: readonly string[]): string {
  return `${type}= stands too late, the order is ${types.join(" ")}: move it up`;
}

import type { Fault, Problem } from "./fault.ts";
import { type AttributeGrammar, attributeGrammars } from "./grammar/attribute-grammar.ts";
import { lineGrammars } from "./grammar/line-grammar.ts";
import type { Matcher } from "./grammar/matcher.ts";
import { compile } from "./grammar/notation.ts";
import type { Attribute } from "./level.ts";
import { malformed } from "./malformed.ts";
import { doubt, isTolerated, type Reader, refuse, warn } from "./reader.ts";

const COLON = 58;
const token = compile("token");

/** Reads an `a=` line: an unknown attribute is kept but not judged. */
export function readAttribute(reader: Reader): Fault | null {
  const { text, at, end, level } = reader;
  const nameEnd = token(text, at, end);
  const bare = nameEnd === end;
  const valued = nameEnd > 0 && nameEnd + 1 < end && text.charCodeAt(nameEnd) === COLON;
  if (!bare && !valued) return malformedLine(reader, nameEnd);
  const name = text.slice(at, nameEnd);
  const value = bare ? "" : text.slice(nameEnd + 1, end);
  const attribute: Attribute = { name, value, sdpLineNumber: reader.sdpLineNumber };
  level.attributes.push(attribute);
  const grammar = attributeGrammars.get(name);
  if (grammar !== undefined) return judgeAttribute(reader, grammar, attribute, bare ? end : nameEnd + 1, bare);
  if (reader.options.listener !== null) warnOfLikelyName(reader, name);
  return null;
}

function malformedLine(reader: Reader, nameEnd: number): Fault | null {
  const { text, at } = reader;
  const line = lineGrammars.get("a")?.value as Matcher;
  const meant = attributeGrammars.get(text.slice(at, nameEnd));
  if (meant !== undefined) doubt(reader, meant.key);
  return refuse(reader, "S3", () => malformed(reader, "a=", line));
}

function judgeAttribute(
  reader: Reader,
  grammar: AttributeGrammar,
  attribute: Attribute,
  at: number,
  bare: boolean,
): Fault | null {
  const { text, end, section } = reader;
  const { reference, tolerance } = grammar;
  if (!grammar.levels.includes(section === null ? "S" : "M")) {
    warn(reader, "W14", () => atName(reader, `a=${attribute.name} is ignored ${otherLevel(reader)}`));
    return null;
  }
  const wellFormed = grammar.form === "" ? bare : grammar.value(text, at, end) === end;
  if (!wellFormed) {
    if (!isTolerated(reader, "S4")) doubt(reader, grammar.key);
    return refuse(reader, "S4", () => malformedValue({ text, at, end }, grammar, attribute), reference);
  }
  if (reader.options.listener !== null && tolerance !== null && tolerance.strict(text, at, end) !== end) {
    warn(reader, tolerance.rule, () => unspecified({ text, at, end }, tolerance.strict, attribute), reference);
  }
  return collect(reader, grammar, attribute);
}

type Value = Parameters<typeof malformed>[0];

function malformedValue(value: Value, { form, value: matcher }: AttributeGrammar, { name }: Attribute): Problem {
  const { at, end } = value;
  if (form === "") return { at: at - 1, message: `a=${name} is a flag, which has no value: write a=${name}` };
  if (at === end) return { at, message: `a=${name} has no value` };
  return malformed(value, `a=${name}`, matcher);
}

/** What is deployed, but not in the specification. */
function unspecified(value: Value, strict: Matcher, { name }: Attribute): Problem {
  const { at, message } = malformed(value, `a=${name}`, strict);
  const separated = name === "ice-options" && at !== null && value.text.charAt(at) === ",";
  return { at, message: separated ? "a=ice-options separates tags by spaces, found a comma" : message };
}

function collect(reader: Reader, grammar: AttributeGrammar, attribute: Attribute): Fault | null {
  const { known } = reader.level;
  const before = known.get(grammar.key);
  if (before === undefined) {
    known.set(grammar.key, [attribute]);
    return null;
  }
  if (!grammar.single) {
    before.push(attribute);
    return null;
  }
  const first = before[0] as Attribute;
  const isSame = first.name === attribute.name && first.value === attribute.value;
  const repeat = () => {
    const other = first.name === attribute.name && !isSame ? ", with another value" : "";
    return atName(reader, `a=${first.name} is already on line ${first.sdpLineNumber}${other}: keep one`);
  };
  if (!isSame) return refuse(reader, "S5", repeat, grammar.reference);
  warn(reader, "W15", repeat);
  return null;
}

function warnOfLikelyName(reader: Reader, name: string): void {
  const likely = reader.options.listener?.likelyName(name) ?? null;
  if (likely === null) return;
  warn(reader, "W40", () => atName(reader, `a=${name} is unknown, and ignored: a=${likely} is known`));
}

function atName({ at }: Reader, message: string): Problem {
  return { at, message };
}

function otherLevel({ section }: Reader): string {
  return section === null
    ? "in the session part: it belongs to m= sections"
    : "in an m= section: it belongs to the session";
}

import type { Fault } from "./fault.ts";
import { type AttributeGrammar, attributeGrammars } from "./grammar/attribute-grammar.ts";
import { compile } from "./grammar/notation.ts";
import type { Attribute } from "./level.ts";
import { faultOf, type Reader, unlessTolerated, warn } from "./reader.ts";

const COLON = 58;
const token = compile("token");

/** Reads an `a=` line: an unknown attribute is kept but not judged. */
export function readAttribute(reader: Reader): Fault | null {
  const { text, at, end, level } = reader;
  const nameEnd = token(text, at, end);
  const bare = nameEnd === end;
  const valued = nameEnd > 0 && nameEnd + 1 < end && text.charCodeAt(nameEnd) === COLON;
  if (!bare && !valued) return faultOf(reader, "S3", "expected a=token[:bytes]");
  const name = text.slice(at, nameEnd);
  const value = bare ? "" : text.slice(nameEnd + 1, end);
  const attribute: Attribute = { name, value, sdpLineNumber: reader.sdpLineNumber };
  level.attributes.push(attribute);
  const grammar = attributeGrammars.get(name);
  return grammar === undefined ? null : judgeAttribute(reader, grammar, attribute, bare ? end : nameEnd + 1, bare);
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
    warn(reader, "W14");
    return null;
  }
  const wellFormed = grammar.form === "" ? bare : grammar.value(text, at, end) === end;
  if (!wellFormed) {
    return unlessTolerated(reader, faultOf(reader, "S4", `expected ${formOf(grammar, attribute)}`, reference));
  }
  if (reader.options.warnings !== null && tolerance !== null && tolerance.strict(text, at, end) !== end) {
    warn(reader, tolerance.rule, `the specification has ${formOf(grammar, attribute)}`, reference);
  }
  return collect(reader, grammar, attribute);
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
  const message = `a=${first.name} is already on line ${first.sdpLineNumber}`;
  if (first.name === attribute.name && first.value === attribute.value) {
    warn(reader, "W15", message);
    return null;
  }
  return unlessTolerated(reader, faultOf(reader, "S5", message, grammar.reference));
}

function formOf(grammar: AttributeGrammar, { name }: Attribute): string {
  return `a=${name}${grammar.form === "" ? "" : `:${grammar.form}`}`;
}

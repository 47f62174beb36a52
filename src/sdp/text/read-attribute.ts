import { malformed } from "./explain/malformed.ts";
import type { Fault, Problem } from "./fault.ts";
import { type AttributeGrammar, attributeGrammars } from "./grammar/attribute-grammar.ts";
import { compile } from "./grammar/notation.ts";
import type { Attribute } from "./level.ts";
import type { Reader } from "./reader.ts";
import { refuseLine } from "./refuse-line.ts";

const COLON = 58;
const token = compile("token");
const line = compile("token[:bytes]");

/** Reads an `a=` line: an unknown attribute is kept but not judged. */
export function readAttribute(reader: Reader): Fault | null {
  const { text, at, end, level } = reader;
  let nameEnd = at;
  while (nameEnd < end && text.charCodeAt(nameEnd) !== COLON) nameEnd++;
  const name = text.slice(at, nameEnd);
  const grammar = attributeGrammars.get(name);
  const bare = nameEnd === end;
  // The names that the table has are tokens.
  const isToken = grammar !== undefined || token(text, at, nameEnd) === nameEnd;
  if (!isToken || (!bare && nameEnd + 1 === end)) return refuseLine(reader, "S3", malformed(reader, "a=", line));
  const value = bare ? "" : text.slice(nameEnd + 1, end);
  const attribute: Attribute = { name, value, sdpLineNumber: reader.sdpLineNumber };
  level.attributes.push(attribute);
  if (grammar !== undefined) return judgeAttribute(reader, grammar, attribute, bare ? end : nameEnd + 1, bare);
  reader.options.listener?.unknown(reader, attribute);
  return null;
}

function judgeAttribute(
  reader: Reader,
  grammar: AttributeGrammar,
  attribute: Attribute,
  at: number,
  bare: boolean,
): Fault | null {
  const { text, end, section } = reader;
  const { listener } = reader.options;
  const { form, levels, reference, tolerance } = grammar;
  if (!levels.includes(section === null ? "S" : "M")) {
    listener?.warn(reader, "W14", attribute, grammar);
    return null;
  }
  const wellFormed = form === "" ? bare : grammar.value(text, at, end) === end;
  if (!wellFormed) return refuseLine(reader, "S4", malformedAttribute(reader, grammar, attribute, at), reference);
  if (listener !== null && tolerance !== null && tolerance.strict(text, at, end) !== end) {
    listener.warn(reader, tolerance.rule, attribute, grammar);
  }
  return collect(reader, grammar, attribute);
}

function malformedAttribute(
  { text, end }: Reader,
  { form, value }: AttributeGrammar,
  { name }: Attribute,
  at: number,
): Problem {
  if (form === "") return { at: at - 1, message: `a=${name} has no value: write a=${name}` };
  return at === end ? { at, message: `a=${name} needs a value` } : malformed({ text, at, end }, `a=${name}`, value);
}

function collect(reader: Reader, grammar: AttributeGrammar, attribute: Attribute): Fault | null {
  const { level, options, at } = reader;
  const before = level.known.get(grammar.key);
  if (before === undefined) {
    level.known.set(grammar.key, [attribute]);
    return null;
  }
  if (!grammar.single) {
    before.push(attribute);
    return null;
  }
  const { name, value, sdpLineNumber } = before[0] as Attribute;
  if (name === attribute.name && value === attribute.value) {
    options.listener?.warn(reader, "W15", attribute, grammar, level);
    return null;
  }
  const message = `a=${name} is already on line ${sdpLineNumber}, and differs: keep one`;
  return refuseLine(reader, "S5", { at, message }, grammar.reference);
}

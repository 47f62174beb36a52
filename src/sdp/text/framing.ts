import type { Problem } from "./fault.ts";
import { attributeGrammars } from "./grammar/attribute-grammar.ts";
import { lineGrammars } from "./grammar/line-grammar.ts";
import { quote } from "./quote.ts";
import type { Reader } from "./reader.ts";

/** What is wrong with a line that is not a known letter, `=` and a value, or has a NUL or a stray CR. */
export function badFraming({ text, lineStart, end }: Reader): Problem {
  const line = text.slice(lineStart, end);
  const stray = line.search(/[\0\r]/);
  const type = line.charAt(0);
  const at = (index: number, message: string): Problem => ({ at: lineStart + index, message });
  if (line === "") return at(0, "the line is empty: remove it");
  if (stray >= 0) {
    return at(stray, line.charAt(stray) === "\r" ? "found a CR that no LF follows" : "found a NUL character");
  }
  if (type === "\uFEFF") return at(0, "the text begins with a byte order mark: remove it");
  if (attributeGrammars.has(line.split(":", 1)[0] as string)) return at(0, "a= is missing before the attribute");
  if (/^\s/.test(line)) return at(0, "the line begins with a space: remove it");
  if (line.charAt(1) !== "=") return { at: null, message: 'expected a letter and "=" at the beginning of the line' };
  const lower = type.toLowerCase();
  return at(0, `there is no line type ${quote(type)}${lineGrammars.has(lower) ? `: write ${lower}=` : ""}`);
}

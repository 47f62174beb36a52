import type { Problem } from "../fault.ts";
import { attributeGrammars } from "../grammar/attribute-grammar.ts";
import { quote } from "../quote.ts";
import type { Reader } from "../reader.ts";

/** What is wrong with a line that is not a known letter, `=` and a value, or has a NUL or a stray CR. */
export function badFraming({ text, lineStart, end }: Reader): Problem {
  const line = text.slice(lineStart, end);
  const stray = line.search(/[\0\r]/);
  const problem = (message: string, index = 0): Problem => ({ at: lineStart + index, message });
  if (line === "") return problem("the line is empty: remove it");
  if (stray >= 0) return problem(line[stray] === "\0" ? "found a NUL" : "found a CR without its LF", stray);
  if (line.startsWith("\uFEFF")) return problem("a byte order mark: remove it");
  if (line.startsWith(" ")) return problem("a space before the line: remove it");
  if (attributeGrammars.has(line.split(":", 1)[0] as string)) return problem("a= is missing before the attribute");
  if (line[1] === "=") return problem(`no line begins with ${quote(line[0] as string)}`);
  return { at: null, message: 'expected a letter and "=" at the beginning of the line' };
}

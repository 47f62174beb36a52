import { printable } from "../../report/words.ts";
import type { Style } from "../style.ts";

const widest = 100;

/** Of a longer line so much is shown before the column. */
const before = 60;

/** A line of a text with its number, and a caret below the column (1-based), or below its beginning. */
export function sourceLine(line: string, sdpLineNumber: number, sdpColumn: number | null, style: Style): string[] {
  const index = (sdpColumn ?? 1) - 1;
  const start = index < widest ? 0 : index - before;
  const cutBefore = start > 0 ? "…" : "";
  const cutAfter = line.length > start + widest ? "…" : "";
  const shown = `${cutBefore}${printable(line.slice(start, start + widest))}${cutAfter}`;
  const indent = " ".repeat(widthOf(`${cutBefore}${printable(line.slice(start, index))}`));
  return [`${String(sdpLineNumber).padStart(6)} | ${shown}`, `${" ".repeat(6)} | ${indent}${style.red("^")}`];
}

const wide =
  /[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF01-\uFF60\uFFE0-\uFFE6]/u;

/** How many columns of a terminal a text takes: wide characters take two, combining marks none. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += /\p{M}/u.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return width;
}

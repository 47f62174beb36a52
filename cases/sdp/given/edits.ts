/** A small change of one description. It throws where its anchor is not there: no test passes by accident. */
export type Edit = (text: string) => string;

/** Several edits, one after the other. */
export const edits =
  (...steps: readonly Edit[]): Edit =>
  (text) =>
    steps.reduce((result, step) => step(result), text);

export const unchanged: Edit = (text) => text;

const linesOf = (text: string): string[] => text.split("\r\n");

/** The index of the one line that is `anchor`, or begins with it where the anchor ends in `*`. */
function find(lines: readonly string[], anchor: string): number {
  const prefix = anchor.endsWith("*") ? anchor.slice(0, -1) : null;
  const hits = lines.flatMap((line, index) =>
    (prefix === null ? line === anchor : line.startsWith(prefix)) ? [index] : [],
  );
  if (hits.length !== 1) throw new Error(`"${anchor}" is in ${hits.length} lines of\n${lines.join("\n")}`);
  return hits[0] as number;
}

/** The 1-based number of the one line that is `anchor`. */
export const lineNumber = (text: string, anchor: string): number => find(linesOf(text), anchor) + 1;

/** The number of the last line that is exactly `line`: for a line that comes twice. */
export function lastLineNumber(text: string, line: string): number {
  const index = linesOf(text).lastIndexOf(line);
  if (index < 0) throw new Error(`no line "${line}"`);
  return index + 1;
}

const splice =
  (anchor: string, offset: number, removed: number, added: readonly string[]): Edit =>
  (text) => {
    const lines = linesOf(text);
    lines.splice(find(lines, anchor) + offset, removed, ...added);
    return lines.join("\r\n");
  };

export const replaceLine = (anchor: string, ...by: readonly string[]): Edit => splice(anchor, 0, 1, by);
export const removeLine = (anchor: string): Edit => splice(anchor, 0, 1, []);
export const insertBefore = (anchor: string, ...lines: readonly string[]): Edit => splice(anchor, 0, 0, lines);
export const insertAfter = (anchor: string, ...lines: readonly string[]): Edit => splice(anchor, 1, 0, lines);

/** Swaps a line with the one below it. */
export const swapWithNext =
  (anchor: string): Edit =>
  (text) => {
    const lines = linesOf(text);
    const index = find(lines, anchor);
    const [line, next] = [lines[index], lines[index + 1]];
    if (line === undefined || next === undefined || next === "") throw new Error(`nothing below "${anchor}"`);
    lines.splice(index, 2, next, line);
    return lines.join("\r\n");
  };

/** Replaces a piece of text that is there exactly once. */
export const replaceText =
  (from: string, to: string): Edit =>
  (text) => {
    const pieces = text.split(from);
    if (pieces.length !== 2) throw new Error(`"${from}" is there ${pieces.length - 1} times`);
    return pieces.join(to);
  };

/** Replaces a piece of text everywhere it stands. */
export const replaceEvery =
  (from: string, to: string): Edit =>
  (text) => {
    const pieces = text.split(from);
    if (pieces.length < 2) throw new Error(`no "${from}"`);
    return pieces.join(to);
  };

const boundary = /(?<=\r\n)(?=m=)/;

/** The session part, then every m= section. */
const partsOf = (text: string): string[] => text.split(boundary);

/** Applies an edit to one m= section alone; -1 is the session part. */
export const inSection =
  (index: number, ...steps: readonly Edit[]): Edit =>
  (text) => {
    const parts = partsOf(text);
    const part = parts[index + 1];
    if (part === undefined) throw new Error(`no section ${index}`);
    parts[index + 1] = edits(...steps)(part);
    return parts.join("");
  };

/** Adds lines at the end of one m= section; -1 is the session part. */
export const append = (index: number, ...lines: readonly string[]): Edit =>
  inSection(index, (part) => `${part}${lines.join("\r\n")}\r\n`);

export const removeSection =
  (index: number): Edit =>
  (text) => {
    const parts = partsOf(text);
    if (index < 0 || parts[index + 1] === undefined) throw new Error(`no section ${index}`);
    parts.splice(index + 1, 1);
    return parts.join("");
  };

/** Adds a whole m= section at the end. */
export const addSection =
  (lines: readonly string[]): Edit =>
  (text) =>
    `${text}${lines.join("\r\n")}\r\n`;

export const replaceSection =
  (index: number, lines: readonly string[]): Edit =>
  (text) => {
    const parts = partsOf(text);
    if (index < 0 || parts[index + 1] === undefined) throw new Error(`no section ${index}`);
    parts[index + 1] = `${lines.join("\r\n")}\r\n`;
    return parts.join("");
  };

/** Sets the port of one m= section to 0. */
export const port0 = (index: number): Edit =>
  inSection(index, (part) => {
    const changed = part.replace(/^(m=\S+) [1-9][0-9]* /, "$1 0 ");
    if (changed === part) throw new Error(`section ${index} has port 0 already`);
    return changed;
  });

/** Gives the description another BUNDLE group, or none for "". */
export const bundle = (mids: string | null): Edit =>
  mids === null ? removeLine("a=group:BUNDLE*") : replaceLine("a=group:BUNDLE*", `a=group:BUNDLE ${mids}`.trimEnd());

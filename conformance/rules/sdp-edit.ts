// Small pure edits of a description. An edit that finds nothing to change throws: a breach must break something.

/** What an edit may look at besides the description itself. */
export interface EditContext {
  /** The offer, where the description answers one. */
  readonly offer: string | null;
  /** What the same side had set before, once something is negotiated. */
  readonly previous: string | null;
}

/** An edit of a whole description. */
export type Edit = (sdp: string, context: EditContext) => string;

/** An edit of some lines of one: those of its session part, or of one m= section, which begins with its m= line. */
export type LinesEdit = (lines: readonly string[], context: EditContext) => readonly string[];

/** The session part, then the m= sections, each as its lines without their ends. */
export function levelsOf(sdp: string): string[][] {
  const levels: string[][] = [[]];
  for (const line of sdp.split("\r\n").slice(0, -1)) {
    if (line.startsWith("m=")) levels.push([]);
    levels.at(-1)?.push(line);
  }
  return levels;
}

function textOf(levels: readonly (readonly string[])[]): string {
  return levels.flatMap((lines) => lines.map((line) => `${line}\r\n`)).join("");
}

/** The description as it was made. */
export const asItIs: Edit = (sdp) => sdp;

/** The browser does not write what a breach is about. */
export class NotWritten extends Error {
  override readonly name = "NotWritten";
}

/** The description as it was made, where the browser itself made it so. @throws NotWritten where it did not */
export function own(isSo: (sdp: string, context: EditContext) => boolean): Edit {
  return (sdp, context) => {
    if (!isSo(sdp, context)) throw new NotWritten("the browser does not write this");
    return sdp;
  };
}

/** One edit after the other. */
export function edits(...list: readonly Edit[]): Edit {
  return (sdp, context) => list.reduce((text, edit) => edit(text, context), sdp);
}

function levels(concerns: (level: number) => boolean, list: readonly LinesEdit[]): Edit {
  return (sdp, context) => {
    const edited = levelsOf(sdp).map((lines, level) => {
      return concerns(level) ? list.reduce<readonly string[]>((some, edit) => edit(some, context), lines) : lines;
    });
    const text = textOf(edited);
    if (text === sdp) throw new Error("the edit found nothing to change");
    return text;
  };
}

/** Edits of the session part. */
export function session(...list: readonly LinesEdit[]): Edit {
  return levels((level) => level === 0, list);
}

/** Edits of the m= section with that index. */
export function section(index: number, ...list: readonly LinesEdit[]): Edit {
  return levels((level) => level === index + 1, list);
}

/** Edits of each m= section. */
export function sections(...list: readonly LinesEdit[]): Edit {
  return levels((level) => level > 0, list);
}

/** Edits of the session part and of each m= section: for attributes that browsers put at either level. */
export function everywhere(...list: readonly LinesEdit[]): Edit {
  return levels(() => true, list);
}

/** Edits of the m= sections as a list. */
export function sectionList(edit: (list: readonly (readonly string[])[]) => readonly (readonly string[])[]): Edit {
  return (sdp) => {
    const [first = [], ...rest] = levelsOf(sdp);
    return textOf([first, ...edit(rest)]);
  };
}

/** Drops the m= section with that index. */
export function withoutSection(index: number): Edit {
  return sectionList((list) => list.filter((_, at) => at !== index));
}

/** Puts a copy of one m= section where another stands, or after the last; the copy is edited. */
export function copied(from: number, to: number, ...list: readonly LinesEdit[]): Edit {
  return (sdp, context) =>
    sectionList((all) => {
      const copy = list.reduce<readonly string[]>((lines, edit) => edit(lines, context), all[from] ?? []);
      return to < all.length ? all.map((lines, at) => (at === to ? copy : lines)) : [...all, copy];
    })(sdp, context);
}

/** Drops the lines that match. */
export function remove(pattern: RegExp): LinesEdit {
  return (lines) => lines.filter((line) => !pattern.test(line));
}

/** Puts lines at the end. */
export function add(...added: readonly string[]): LinesEdit {
  return (lines) => [...lines, ...added];
}

/** Puts a line behind the first that matches. */
export function addAfter(pattern: RegExp, added: string): LinesEdit {
  return (lines) => {
    const at = lines.findIndex((line) => pattern.test(line));
    return at < 0 ? lines : [...lines.slice(0, at + 1), added, ...lines.slice(at + 1)];
  };
}

/** Puts a line before the first that matches. */
export function addBefore(pattern: RegExp, added: string): LinesEdit {
  return (lines) => {
    const at = lines.findIndex((line) => pattern.test(line));
    return at < 0 ? lines : [...lines.slice(0, at), added, ...lines.slice(at)];
  };
}

/** Replaces what matches, in each line. */
export function replace(pattern: RegExp, by: string): LinesEdit {
  return (lines) => lines.map((line) => line.replace(pattern, by));
}

/** Replaces what matches, in the first line that has it. */
export function replaceFirst(pattern: RegExp, by: string): LinesEdit {
  return (lines) => {
    const at = lines.findIndex((line) => pattern.test(line));
    return lines.map((line, index) => (index === at ? line.replace(pattern, by) : line));
  };
}

/** Replaces the first line that matches, or adds the line where none does. */
export function replaceOrAdd(pattern: RegExp, line: string): LinesEdit {
  return (lines) =>
    lines.some((one) => pattern.test(one)) ? replaceFirst(pattern, line)(lines, nothing) : [...lines, line];
}

const nothing: EditContext = { offer: null, previous: null };

/** Moves the first line that matches to the end. */
export function moveToEnd(pattern: RegExp): LinesEdit {
  return (lines) => {
    const moved = lines.find((line) => pattern.test(line));
    return moved === undefined ? lines : [...lines.filter((line) => line !== moved), moved];
  };
}

/** Swaps the first lines that match. */
export function swap(one: RegExp, other: RegExp): LinesEdit {
  return (lines) => {
    const [a, b] = [lines.findIndex((line) => one.test(line)), lines.findIndex((line) => other.test(line))];
    return lines.map((line, at) => (at === a ? (lines[b] ?? line) : at === b ? (lines[a] ?? line) : line));
  };
}

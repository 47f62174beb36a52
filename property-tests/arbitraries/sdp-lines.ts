/** Lines in, lines out. */
export type Edit = (lines: readonly string[]) => readonly string[];

/** The lines of a text, without their ends. */
export function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/);
}

/** A copy in which items were taken out and put in at a place. */
export function spliced<T>(list: readonly T[], place: number, removed: number, ...added: readonly T[]): T[] {
  const copy = [...list];
  copy.splice(place, removed, ...added);
  return copy;
}

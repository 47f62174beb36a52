/** How a text is laid out: in how many columns, after which indent, and after which where it goes on. */
export interface LineLayout {
  readonly columns: number;
  readonly indent: number;
  readonly hanging: number;
}

/**
 * The lines of a text, broken between its words. A word that is longer than a line has one of its own, with as much of
 * the indent as leaves it room.
 */
export function wrapped(text: string, layout: LineLayout): readonly string[] {
  return wrappedParts(
    text.split(" ").filter((word) => word !== ""),
    " ",
    layout,
  );
}

/** The lines of parts that are not broken themselves, with a gap between those of one line. */
export function wrappedParts(parts: readonly string[], gap: string, layout: LineLayout): readonly string[] {
  const { columns, indent, hanging } = layout;
  const lines: string[] = [];
  let line = "";
  for (const part of parts) {
    const margin = lines.length === 0 ? indent : hanging;
    if (line === "") line = part;
    else if (margin + line.length + gap.length + part.length <= columns) line += `${gap}${part}`;
    else {
      lines.push(indented(line.trimEnd(), margin, columns));
      line = part;
    }
  }
  if (line !== "") lines.push(indented(line, lines.length === 0 ? indent : hanging, columns));
  return lines;
}

function indented(line: string, margin: number, columns: number): string {
  return `${" ".repeat(Math.max(0, Math.min(margin, columns - line.length)))}${line}`;
}

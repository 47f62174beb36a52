// Tables as people read them: columns between bars, a header, one row a line.

/** The rows of a text table, each an object by the header's names. */
export function rowsOf(text: string): readonly Readonly<Record<string, string>>[] {
  const [header = [], ...rows] = text
    .trim()
    .split("\n")
    .map((line) => line.split("|").map((entry) => entry.trim()));
  return rows.map((row) => Object.fromEntries(header.map((name, column) => [name, row[column] ?? ""])));
}

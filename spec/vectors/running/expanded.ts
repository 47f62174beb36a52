/** A text written as edits of a named one. */
interface EditedText {
  readonly from: string;
  readonly edits?: readonly { readonly line: number; readonly remove: number; readonly insert: readonly string[] }[];
}

/** A copy of the value with every edited text written out. */
export function expanded(value: unknown, texts: Readonly<Record<string, string>>): unknown {
  if (Array.isArray(value)) return value.map((item) => expanded(item, texts));
  if (typeof value !== "object" || value === null) return value;
  if ("from" in value) return textOf(value as EditedText, texts);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, expanded(member, texts)]));
}

function textOf({ from, edits = [] }: EditedText, texts: Readonly<Record<string, string>>): string {
  const lines = (texts[from] ?? "").split("\r\n");
  for (const { line, remove, insert } of edits) lines.splice(line - 1, remove, ...insert);
  return lines.join("\r\n");
}

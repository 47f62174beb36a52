/** A fenced block of code in a page of the docs. */
export interface Snippet {
  /** The file and the line of the fence, 1-based: `README.md:12`. */
  readonly where: string;
  readonly language: "ts" | "js";
  readonly code: string;
  /** "run" also checks the types; "no-run" only the types; "no-check" neither, and must say why. */
  readonly mode: "run" | "no-run" | "no-check";
  /** What stands behind the mode in the fence: why it is not run. */
  readonly reason: string;
}

/** The ts and js blocks of a page. */
export function snippetsOf(file: string, markdown: string): Snippet[] {
  const lines = markdown.split(/\r?\n/);
  const snippets: Snippet[] = [];
  for (let index = 0; index < lines.length; index++) {
    const fence = /^(\s*)(`{3,})\s*(.*)$/.exec(lines[index] ?? "");
    if (fence === null) continue;
    const [, indent = "", ticks = "", info = ""] = fence;
    const start = index + 1;
    // To the closing fence, whatever the language: what looks like a fence inside a block is none.
    do index++;
    while (index < lines.length && !(lines[index] ?? "").trimStart().startsWith(ticks));
    const code = lines.slice(start, index).map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
    const snippet = toSnippet(`${file}:${start}`, info, code.join("\n"));
    if (snippet !== null) snippets.push(snippet);
  }
  return snippets;
}

const languages: Readonly<Record<string, "ts" | "js">> = {
  ts: "ts",
  typescript: "ts",
  js: "js",
  javascript: "js",
};

function toSnippet(where: string, info: string, code: string): Snippet | null {
  const [name = "", mode, ...reason] = info.trim().split(/\s+/);
  const language = languages[name];
  if (language === undefined) return null;
  if (mode !== undefined && mode !== "no-run" && mode !== "no-check") {
    throw new Error(`${where}: a fence says no-run, no-check or nothing behind its language, not ${mode}`);
  }
  const snippet: Snippet = { where, language, code, mode: mode ?? "run", reason: reason.join(" ") };
  const unchecked = snippet.mode === "no-check" || (snippet.mode === "no-run" && language === "js");
  if (unchecked && snippet.reason === "") throw new Error(`${where}: say why the block is not checked`);
  return snippet;
}

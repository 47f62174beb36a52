/** A fenced block of TypeScript or JavaScript in a page of the docs. */
export interface Snippet {
  /** The file and the line of the fence, 1-based: `README.md:12`. */
  readonly where: string;
  readonly language: "ts" | "js";
  readonly code: string;
  /** The name in its first line, as in `// stack.ts`: other blocks of the page import it from "./stack.ts". */
  readonly fileName: string | null;
  /** The code of the page's blocks that have a file name, by what they are imported from. */
  readonly files: Readonly<Record<string, string>>;
  /** "run" also checks the types; "no-run" checks only the types; "no-check" checks neither. */
  readonly mode: "run" | "no-run" | "no-check";
  /** Why it is not run: what stands behind the mode. */
  readonly reason: string;
}

const block = /^```(\S*) *(.*)\n([\s\S]*?)^```$/gm;

/** The ts and js blocks of a page. A fence is ```` ```ts ````, with "no-run" or "no-check" and the reason behind it. */
export function snippetsOf(file: string, markdown: string): Snippet[] {
  const blocks = [...markdown.matchAll(block)];
  const files = Object.fromEntries(blocks.flatMap(({ 3: code = "" }) => fileOf(code)));
  return blocks.flatMap(({ index, 1: language = "", 2: info = "", 3: code = "" }) => {
    if (language !== "ts" && language !== "js") return [];
    const where = `${file}:${markdown.slice(0, index).split("\n").length}`;
    const { mode, reason } = modeOf(info, where);
    if (reason === "" && (mode === "no-check" || (mode === "no-run" && language === "js"))) {
      throw new Error(`${where}: the fence must say why the block is not checked`);
    }
    return [{ where, language, code, fileName: fileNameOf(code), files, mode, reason }];
  });
}

function fileOf(code: string): [string, string][] {
  const name = fileNameOf(code);
  return name === null ? [] : [[`./${name}`, code]];
}

function fileNameOf(code: string): string | null {
  return /^\/\/ (\S+\.ts)\n/.exec(code)?.[1] ?? null;
}

function modeOf(info: string, where: string): Pick<Snippet, "mode" | "reason"> {
  const [mode = "", ...reason] = info.split(" ");
  if (mode === "") return { mode: "run", reason: "" };
  if (mode === "no-run" || mode === "no-check") return { mode, reason: reason.join(" ") };
  throw new Error(`${where}: the fence must say no-run, no-check or nothing behind its language, not ${mode}`);
}

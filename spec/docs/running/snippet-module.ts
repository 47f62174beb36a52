import { readFileSync } from "node:fs";
import { moduleUrl } from "../../../scripts/docs/snippets/modules.ts";
import { type Snippet, snippetsOf } from "../../../scripts/docs/snippets/snippets.ts";

/** The one block of code of a page, in that language, that contains a text. */
export function snippetWith(page: string, text: string, language: Snippet["language"] = "ts"): Snippet {
  const markdown = readFileSync(new URL(`../../../${page}`, import.meta.url), "utf8");
  const [found, ...others] = snippetsOf(page, markdown).filter(
    (snippet) => snippet.language === language && snippet.code.includes(text),
  );
  if (found === undefined || others.length > 0) throw new Error(`${page}: not one ${language} block contains ${text}`);
  return found;
}

/** Imports a block of code as a module, in this process. `modules` gives the URL of what it imports, by name. */
export async function importSnippet<Module>(
  { code }: Snippet,
  modules?: Readonly<Record<string, string>>,
): Promise<Module> {
  return (await import(moduleUrl(code, modules))) as Module;
}

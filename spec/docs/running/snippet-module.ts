import { readFileSync } from "node:fs";
import { transformSync } from "esbuild";
import { snippetModules } from "../../../scripts/docs/snippets/modules.ts";
import { type Snippet, snippetsOf } from "../../../scripts/docs/snippets/snippets.ts";

/** The one block of code of a page, in that language, that imports a module. */
export function snippetImporting(page: string, module: string, language: Snippet["language"]): Snippet {
  const text = readFileSync(new URL(`../../../${page}`, import.meta.url), "utf8");
  const isSought = (snippet: Snippet) =>
    snippet.language === language && snippet.code.includes(` from ${JSON.stringify(module)};`);
  const [found, ...others] = snippetsOf(page, text).filter(isSought);
  if (found === undefined || others.length > 0) throw new Error(`${page}: not one ${language} block imports ${module}`);
  return found;
}

/** Imports a block of code as a module, in this process. */
export async function importSnippet({ code }: Snippet): Promise<void> {
  const javascript = transformSync(code, { loader: "ts", target: "es2022" }).code;
  const urlOf = (name: string) => snippetModules[name] ?? import.meta.resolve(name);
  const redirected = javascript.replace(
    / from "([^"]+)"/g,
    (_, name: string) => ` from ${JSON.stringify(urlOf(name))}`,
  );
  await import(`data:text/javascript,${encodeURIComponent(redirected)}`);
}

import type { Reference } from "../../src/entries/index.ts";

/** A stack's own words, so that they do not become markup. */
export function plain(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\<>[\]*_`|]/g, "\\$&");
}

/** The fragment that a page of Markdown gives a heading. */
export function fragmentOf(heading: string): string {
  const letters = heading.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, "");
  return `#${letters.replaceAll(" ", "-")}`;
}

/** A block of code, whatever the code holds. */
export function codeBlock(language: string, lines: readonly string[]): string {
  const longest = Math.max(2, ...[...lines.join("\n").matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return [`${fence}${language}`, ...lines, fence].join("\n");
}

/** A link to a place in a specification whose address stands at the end of the page. */
export function shortLink({ spec, section }: Reference): string {
  return `[${spec} ${section}]`;
}

/** The addresses of the places that a page links to, each once. */
export function addresses(references: readonly Reference[]): string {
  const lines = references.map((reference) => `${shortLink(reference)}: ${reference.url}`);
  return [...new Set(lines)].sort().join("\n");
}

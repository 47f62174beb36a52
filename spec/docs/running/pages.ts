import { readdirSync, readFileSync } from "node:fs";

const root = new URL("../../../", import.meta.url);

/** A page of the docs. */
export interface Page {
  /** From the repository's folder. */
  readonly path: string;
  readonly text: string;
}

/** The pages that are written by hand: generated ones say so in their first line. */
export function handWrittenPages(): Page[] {
  return pages().filter(({ text }) => !text.startsWith("<!-- Generated"));
}

/** All pages: those at the root, those in docs/, and the READMEs of the folders that users read. */
export function pages(): Page[] {
  const inDocs = readdirSync(new URL("docs", root), { recursive: true, encoding: "utf8" }).sort();
  const atRoot = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "vectors/README.md", "examples/README.md"];
  const paths = [...atRoot, ...inDocs.filter((name) => name.endsWith(".md")).map((name) => `docs/${name}`)];
  return paths.map((path) => ({ path, text: readFileSync(new URL(path, root), "utf8") }));
}

// A page as one file: its script and its style are in it.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

/** What a page is made of. The files lie below src/. */
interface PageParts {
  readonly title: string;
  readonly style: string;
  readonly script: string;
  /** The element that holds its data. */
  readonly data: string;
}

const src = new URL("../../src/", import.meta.url);

/** The page. Its policy allows its own script and style alone, by their hashes, and no request. */
export function bundledPage({ title, data, ...files }: PageParts): string {
  const style = bundled(files.style).trim();
  // In a script element, this alone would end it.
  const script = bundled(files.script).trim().replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const parts: Readonly<Record<string, string>> = {
    title,
    policy,
    style: `<style>${style}</style>`,
    script: `<script>${script}</script>`,
    data,
  };
  const template = readFileSync(new URL("viewer/page.html", src), "utf8");
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => parts[name] ?? "");
}

function bundled(file: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL(file, src))],
    bundle: true,
    write: false,
    minify: true,
    // What is made of later syntax for older targets is larger; `light-dark()` is as new as these.
    target: ["chrome123", "firefox120", "safari17.5"],
    format: "iife",
    jsx: "automatic",
    jsxImportSource: "preact",
    legalComments: "none",
  });
  return outputFiles[0]?.text ?? "";
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

// The page of `replay --html` and of jsep-machine/viewer.html: its script and its style bundled into one file.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { reportsElement } from "../../src/report/embedded-reports.ts";

const viewer = new URL("../../src/viewer/", import.meta.url);

/** The page, without a report. Its policy allows its own script and style alone, by their hashes, and no request. */
export function viewerPage(): string {
  const style = bundled("viewer.css").trim();
  // In a script element, this alone would end it.
  const script = bundled("main.tsx").trim().replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const parts: Readonly<Record<string, string>> = {
    policy,
    style: `<style>${style}</style>`,
    script: `<script>${script}</script>`,
    reports: reportsElement,
  };
  const template = readFileSync(new URL("page.html", viewer), "utf8");
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => parts[name] ?? "");
}

function bundled(file: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL(file, viewer))],
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

// What the docs show, as programs and as files to type-check in a project that has the package installed.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync, transformSync } from "esbuild";
import { type Snippet, snippetsOf } from "../docs/snippets/snippets.ts";
import { root, type ScratchProject } from "./scratch-project.ts";

const pages = ["README.md", "docs/guide-stack-authors.md"];

/** Packages that the examples import beside this one. */
export const packagesOfExamples = { "fast-check": "^4.0.0", xstate: "^5.20.0" };

const snippets = pages.flatMap((page) => snippetsOf(page, readFileSync(join(root, page), "utf8")));

/** A block of code of the docs, by the programs that it was made into. */
export interface Example {
  readonly where: string;
  readonly esm: string;
  readonly cjs: string;
  /** What it logs, line by line. */
  readonly logs: readonly string[];
}

/** Writes each block that runs as an ES module and as a CommonJS module, and beside them the files that blocks import. */
export function writeExamples(project: ScratchProject): Example[] {
  writeYourStack(project);
  for (const { code, fileName } of snippets.filter(({ mode }) => mode !== "no-check")) {
    if (fileName === null) continue;
    project.write(fileName.replace(/\.ts$/, ".mjs"), javascript(code, "mjs"));
    const commonJs = transformSync(javascript(code, "cjs"), { format: "cjs" }).code;
    project.write(fileName.replace(/\.ts$/, ".cjs"), commonJs);
  }
  const programs = snippets.filter(({ mode, fileName }) => mode === "run" && fileName === null);
  return programs.map(({ where, code }, index) => {
    const [esm, cjs] = [`example-${index}.mjs`, `example-${index}.cjs`];
    project.write(esm, javascript(code, "mjs"));
    project.write(cjs, commonJsProgram(javascript(code, "cjs")));
    return { where, esm, cjs, logs: [...code.matchAll(/\/\/ → (.*)$/gm)].map(([, text = ""]) => text) };
  });
}

/** Writes each block of TypeScript as a file to type-check; their names. */
export function writeTypedExamples(project: ScratchProject): string[] {
  const typed = snippets.filter(({ language, mode }) => language === "ts" && mode !== "no-check");
  return typed.map(({ code, fileName }: Snippet, index) => {
    const name = fileName ?? `example-${index}.ts`;
    project.write(name, code);
    return name;
  });
}

function javascript(code: string, extension: string): string {
  const stripped = transformSync(code, { loader: "ts", target: "es2022" }).code;
  return stripped.replace(/(\bfrom "\.\/[^"]+)\.ts"/g, `$1.${extension}"`);
}

/** With require() in place of import, and in a function, since CommonJS has no await at its top. */
function commonJsProgram(code: string): string {
  const required = code.replace(/\bimport (\{[^}]*\}) from ("[^"]+");/g, (_, names: string, from: string) => {
    return `const ${names.replaceAll(" as ", ": ")} = require(${from});`;
  });
  return `(async () => {\n${required}\n})();\n`;
}

/** The package `your-stack` of the docs: the fake with one fault, which stands in for the reader's own. */
function writeYourStack(project: ScratchProject): void {
  for (const [format, extension] of [
    ["esm", "mjs"],
    ["cjs", "cjs"],
  ] as const) {
    buildSync({
      entryPoints: [join(root, "spec/docs/stand-ins/your-stack.ts")],
      outfile: project.installed(`your-stack/index.${extension}`),
      bundle: true,
      format,
      logLevel: "error",
    });
  }
  const exported = { types: "./index.d.ts", import: "./index.mjs", require: "./index.cjs" };
  project.write("node_modules/your-stack/package.json", JSON.stringify({ name: "your-stack", exports: exported }));
  // A stack's class is typed as the platform's own.
  const types = "declare const Native: typeof globalThis.RTCPeerConnection;\nexport { Native as RTCPeerConnection };\n";
  project.write("node_modules/your-stack/index.d.ts", types);
}

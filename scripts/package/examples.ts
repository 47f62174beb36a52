// What the docs show, as programs and as files to type-check in a project that has the package installed.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync, transformSync } from "esbuild";
import { snippetProgram, snippetRuntime } from "../docs/snippets/program.ts";
import { type Snippet, snippetsOf } from "../docs/snippets/snippets.ts";
import { root, type ScratchProject } from "./scratch-project.ts";

const pages = ["README.md", "docs/guide-stack-authors.md"];

/** Packages that the examples import beside this one. */
export const packagesOfExamples = { "fast-check": "^4.0.0", xstate: "^5.20.0" };

const snippets = pages.flatMap((page) => snippetsOf(page, readFileSync(join(root, page), "utf8")));
const ran = snippets.filter(({ mode }) => mode === "run");

/** A block of code of the docs, by the programs that it was made into. */
export interface Example {
  readonly where: string;
  /** As JavaScript, with what it expects to be logged made into checks. */
  readonly code: string;
  readonly esm: string;
  readonly cjs: string;
}

/** Writes each block that runs as an ES module and as a CommonJS module. */
export function writeExamples(project: ScratchProject): Example[] {
  writeYourStack(project);
  project.write("snippet-runtime.mjs", snippetRuntime);
  return ran.map((snippet, index) => {
    const code = programOf(snippet);
    const [esm, cjs] = [`example-${index}.mjs`, `example-${index}.cjs`];
    project.write(esm, `import "./snippet-runtime.mjs";\n${code}`);
    project.write(cjs, commonJs(code));
    return { where: snippet.where, code, esm, cjs };
  });
}

/** Writes each block of TypeScript as a file to type-check; their names. */
export function writeTypedExamples(project: ScratchProject): string[] {
  const typed = snippets.filter(({ language, mode }) => language === "ts" && mode !== "no-check");
  return typed.map(({ code }, index) => {
    const name = `example-${index}.mts`;
    project.write(name, code);
    return name;
  });
}

function programOf(snippet: Snippet): string {
  // The checks come first: they are comments, which the transformation drops.
  const { code } = snippetProgram(snippet, {});
  return transformSync(code, { loader: "ts", target: "es2022" }).code;
}

/** With require() in place of import, and in a function, since CommonJS has no await at its top. */
function commonJs(code: string): string {
  const required = code.replace(/\bimport (\{[^}]*\}) from ("[^"]+");/g, (_, names: string, from: string) => {
    return `const ${names.replaceAll(" as ", ": ")} = require(${from});`;
  });
  return `import("./snippet-runtime.mjs")
  .then(async () => {
${required}
  })
  .catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });
`;
}

/** The package `your-stack` of the docs: the simulated stack that stands in for the reader's own. */
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

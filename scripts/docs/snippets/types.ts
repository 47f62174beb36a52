import { fileURLToPath } from "node:url";
import ts from "typescript";
import { snippetModules } from "./modules.ts";
import type { Snippet } from "./snippets.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

const defaults: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
  types: ["node"],
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
  noEmit: true,
  allowImportingTsExtensions: true,
  paths: Object.fromEntries(Object.entries(snippetModules).map(([name, url]) => [name, [fileURLToPath(url)]])),
};

/** TypeScript's complaints about the snippets, as if each were a file at the root: a line each, none if all is well. */
export function snippetTypeErrors(snippets: readonly Snippet[], more: ts.CompilerOptions = {}): string[] {
  const options = { ...defaults, ...more };
  const checked = snippets.filter(({ language, mode }) => language === "ts" && mode !== "no-check");
  const files = new Map(checked.map((snippet, index) => [root + (snippet.fileName ?? `snippet-${index}.ts`), snippet]));
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile } = host;
  host.getCurrentDirectory = () => root;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.getSourceFile = (name, ...rest) => {
    const snippet = files.get(name);
    if (snippet === undefined) return getSourceFile(name, ...rest);
    return ts.createSourceFile(name, snippet.code, ts.ScriptTarget.ES2022, true);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return [...files].flatMap(([name, { where }]) => {
    const file = program.getSourceFile(name);
    const diagnostics = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    return diagnostics.map(({ start = 0, messageText }) => {
      const line = (file?.getLineAndCharacterOfPosition(start).line ?? 0) + 1;
      return `${where}, line ${line} of the block: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
    });
  });
}

// Which files of the tests are run against a mutant.
import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * `spec` and `property-tests` judge the state machine, without what tests SDP on its own; `spec/sdp` is the tables of
 * descriptions that break one rule each, `spec/syntax` those of texts that are no SDP.
 */
export type Suite = "spec" | "property-tests" | "spec/sdp" | "spec/syntax";

export const suites = ["spec", "property-tests", "spec/sdp", "spec/syntax"] as const satisfies Suite[];

const root = join(import.meta.dirname, "../..");
const sdpOnItsOwn =
  /^spec[\\/](?:rfc8866|deployed)[\\/]|^spec[\\/]rfc9429[\\/]5\.8|^spec[\\/]contract[\\/]sdp-r|^property-tests[\\/]sdp-/;
const outsideTheCore = /^node:(?!assert)|^(?:\.\.\/)+(?:scripts|examples|bench|src\/(?:cli|trace|oracle|testing))\//;

const files: Readonly<Record<Suite, readonly string[]>> = {
  spec: coreFiles("spec"),
  "property-tests": coreFiles("property-tests"),
  "spec/sdp": ["spec/rfc9429/5.8-content.spec.ts"],
  "spec/syntax": ["spec/rfc8866/9-grammar.spec.ts"],
};

/** The files of that suite, from the project's root. */
export function filesOf(suite: Suite): readonly string[] {
  return files[suite];
}

function coreFiles(folder: string): string[] {
  const found = globSync(`${folder}/**/*.spec.ts`, { cwd: root }).filter((file) => !sdpOnItsOwn.test(file));
  return found.filter((file) => staysInTheCore(join(root, file))).sort();
}

// Suites of the core judge the rules. Those that read files, run the command or compare generated pages are left out:
// they are slow, or would notice any change at all without knowing right from wrong.
function staysInTheCore(file: string): boolean {
  const imports = [...readFileSync(file, "utf8").matchAll(/\bfrom "([^"]+)"/g)].map(([, path = ""]) => path);
  if (imports.some((path) => outsideTheCore.test(path))) return false;
  // Also through what it imports from its own suite.
  const ofTheSuite = imports.filter((path) => /^\.(?!.*\/(?:src|scripts)\/).*\.ts$/.test(path));
  return ofTheSuite.every((path) => staysInTheCore(join(dirname(file), path)));
}

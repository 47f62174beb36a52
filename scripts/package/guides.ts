// Runs the tests that docs/testing-applications.md shows, each in a project that has what a user's has: the packed tarball,
// and a test runner at a fixed version.
//
//   npm run guides [-- NAME…]    only these projects of examples/fake/
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { packedTarball, root, ScratchProject } from "./scratch-project.ts";

const folder = join(root, "examples/fake");

/** The folders that have a package.json. */
const projects = readdirSync(folder).filter((name) => existsSync(join(folder, name, "package.json")));

/** Runs the tests of a project; how many there are, in the words of its runner. Throws where one has failed. */
function run(name: string): string {
  const project = new ScratchProject();
  const { devDependencies = {}, ...manifest } = JSON.parse(readFileSync(join(folder, name, "package.json"), "utf8"));
  project.copy(join(folder, "application"));
  project.copy(join(folder, name));
  project.install(tarball, devDependencies, manifest);
  const { status, printed } = project.run(["npm", "test"]);
  const passed = passes.exec(stripVTControlCharacters(printed))?.[1];
  if (status === 0 && passed !== undefined) return `${passed} passed`;
  throw new Error(`status ${status}:\n${printed}`);
}

// Vitest and Jest say "1 passed" of the tests, and Node's test runner "pass 1".
const passes = /^(?:\s*Tests:?\s.*?|\W*pass )([1-9]\d*)\b/m;

const named = process.argv.slice(2);
const unknown = named.filter((name) => !projects.includes(name));
if (unknown.length > 0) throw new Error(`no project ${unknown.join(", ")}; there are ${projects.join(", ")}`);
const tarball = packedTarball();
for (const name of named.length > 0 ? named : projects) {
  try {
    console.log(`${name}: ${run(name)}`);
  } catch (error) {
    console.log(`${name}: FAILED\n${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}

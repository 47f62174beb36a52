// `npm run release-check`: says what keeps this tree from being published, and exits 1 where something does. Publishes
// nothing.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { problemsOf } from "./release.ts";

const root = new URL("../..", import.meta.url);

function run(program: string, args: readonly string[]): string {
  return execFileSync(program, args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }).trimEnd();
}

function read(file: string): string {
  return readFileSync(new URL(file, root), "utf8");
}

/** Builds, and lists what the package would hold. */
function packedFiles(): string[] {
  run("npm", ["run", "--silent", "build"]);
  const packed = JSON.parse(run("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"])) as object;
  const [{ files }] = Object.values(packed) as [{ files: { path: string }[] }];
  return files.map(({ path }) => path);
}

const packageJson = JSON.parse(read("package.json")) as Record<string, unknown>;
const problems = problemsOf({
  packageJson,
  changelog: read("CHANGELOG.md"),
  readme: read("README.md"),
  packed: packedFiles(),
  files: run("git", ["ls-files"]).split("\n"),
  gitStatus: run("git", ["status", "--porcelain"]),
});
for (const problem of problems) console.error(`- ${problem}`);
const name = `${packageJson.name} ${packageJson.version}`;
console.log(problems.length === 0 ? `${name} may be published.` : `${name} must not be published yet.`);
process.exitCode = problems.length === 0 ? 0 : 1;

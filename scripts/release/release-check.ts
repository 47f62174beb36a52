// `npm run release-check`: says what keeps this tree from being published, and exits 1 where something does. Publishes
// nothing. Builds twice, and prints the hash of what both made.
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { problemsOf, type Signatures, signaturesFrom } from "./release.ts";

const root = new URL("../..", import.meta.url);

function run(program: string, args: readonly string[]): string {
  return execFileSync(program, args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }).trimEnd();
}

function read(file: string): string {
  return readFileSync(new URL(file, root), "utf8");
}

/** Builds, and gives the hash of dist/: of the names of its files in their order, and of their contents. */
function build(): string {
  run("npm", ["run", "--silent", "build"]);
  const hash = createHash("sha256");
  for (const name of readdirSync(new URL("dist", root)).sort()) {
    const content = readFileSync(new URL(`dist/${name}`, root));
    hash.update(`${name}\n${content.length}\n`).update(content);
  }
  return hash.digest("hex");
}

function signatures(): Signatures {
  const { status, stdout, stderr } = spawnSync("npm", ["audit", "signatures", "--loglevel=error"], {
    cwd: root,
    encoding: "utf8",
  });
  return signaturesFrom(status, `${stdout}\n${stderr}`);
}

/** What the package would hold, after a build. */
function packedFiles(): string[] {
  const packed = JSON.parse(run("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"])) as object;
  const [{ files }] = Object.values(packed) as [{ files: { path: string }[] }];
  return files.map(({ path }) => path);
}

const packageJson = JSON.parse(read("package.json")) as Record<string, unknown>;
const builds = [build(), build()] as const;
const signed = signatures();
const problems = problemsOf({
  builds,
  signatures: signed,
  packageJson,
  changelog: read("CHANGELOG.md"),
  readme: read("README.md"),
  packed: packedFiles(),
  files: run("git", ["ls-files"]).split("\n"),
  gitStatus: run("git", ["status", "--porcelain"]),
});
for (const problem of problems) console.error(`- ${problem}`);
console.log(`dist/ of two builds: sha256 ${[...new Set(builds)].join(" and ")}`);
console.log(`npm audit signatures, ${signed.outcome}: ${signed.words}`);
const name = `${packageJson.name} ${packageJson.version}`;
console.log(problems.length === 0 ? `${name} may be published.` : `${name} must not be published yet.`);
process.exitCode = problems.length === 0 ? 0 : 1;

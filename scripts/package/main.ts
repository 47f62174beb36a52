// Installs the packed tarball as a user does, and runs what the docs show with it, wherever it is documented to run.
//
//   npm run platforms [-- --short]    --short: on the Node of the tools and the machine's own, with the tools' compiler
import { readFileSync } from "node:fs";
import { transformSync } from "esbuild";
import { guideScenarios } from "../../spec/docs/running/guide-scenarios.ts";
import { bundledPage, runInChromium, runInRealm } from "./browser.ts";
import { namesOfEntries, writeEntryPrograms, writeTypedEntries } from "./entry-programs.ts";
import { type Example, packagesOfExamples, writeExamples, writeTypedExamples } from "./examples.ts";
import { exploredFile, exploreFiles, writeExploredFiles } from "./explored-file.ts";
import { writeGuidePrograms } from "./guide-programs.ts";
import { nodesHere, type Runtime, runtimes } from "./runtimes.ts";
import { type Ended, packedTarball, ScratchProject } from "./scratch-project.ts";
import { type Compiler, compilerHere, compilers, typeErrors } from "./type-checks.ts";
import { machineOnXstateVersions } from "./xstate-versions.ts";

const short = process.argv.includes("--short");
const tarball = packedTarball();
let failed = 0;

/** Prints what came of a check; one that throws has failed. */
async function check(name: string, run: () => string | Promise<string>): Promise<void> {
  try {
    console.log(`${name}: ${await run()}`);
  } catch (error) {
    failed += 1;
    console.log(`${name}: FAILED\n${error instanceof Error ? error.message : String(error)}`);
  }
}

function expectEnd(what: string, { status, printed }: Ended, expected: { status: number; printed: RegExp }): void {
  if (status === expected.status && expected.printed.test(printed)) return;
  throw new Error(`${what}: status ${status}, expected ${expected.status} and ${expected.printed}:\n${printed}`);
}

/** Alone, as it comes from the registry: every entry and the command; what needs fast-check says so. */
async function runAlone(project: ScratchProject, command: readonly string[]): Promise<string> {
  const names = await namesOfEntries();
  for (const program of ["entries.mjs", "entries.cjs"]) {
    const ended = project.run([...command, program]);
    expectEnd(program, ended, { status: 0, printed: /\nwithout fast-check: .*fast-check/ });
    if (!ended.printed.startsWith(`${names}\n`)) throw new Error(`${program} found other names:\n${ended.printed}`);
  }
  const cli = [...command, project.installed("jsep-machine/dist/cli.js")];
  const dump = project.installed("jsep-machine/captures/double-answer.internals.json.gz");
  expectEnd("replay", project.run([...cli, "replay", dump]), { status: 1, printed: /ILLEGAL CALL/ });
  const page = project.run([...cli, "replay", dump, "--html", "page.html"]);
  expectEnd("replay --html", page, { status: 1, printed: /ILLEGAL CALL/ });
  const html = project.run(["cat", "page.html"]);
  expectEnd("the page", html, { status: 0, printed: /id="reports">\[\{"file":"double-answer\.internals\.json\.gz"/ });
  expectEnd("demo", project.run([...cli, "demo"]), { status: 0, printed: /ILLEGAL CALL/ });
  expectEnd("explain", project.run([...cli, "explain", "stable", "local", "offer"]), { status: 0, printed: /legal/ });
  const hello = project.run([...cli, "serve"], '{"id":1,"op":"hello"}\n');
  expectEnd("serve", hello, { status: 0, printed: /"version":1/ });
  return "every entry as ESM and CJS, and the command";
}

function runExamples(project: ScratchProject, command: readonly string[], examples: readonly Example[]): string {
  for (const { where, esm, cjs, logs } of examples) {
    for (const program of [esm, cjs]) {
      const ended = project.run([...command, program]);
      expectEnd(`${where} as ${program}`, ended, { status: 0, printed: /^/ });
      if (squeezed(ended.printed) === squeezed(logs.join("\n"))) continue;
      throw new Error(`${where} as ${program}: expected:\n${logs.join("\n")}\nlogged:\n${ended.printed}`);
    }
  }
  const scenarios = Object.keys(guideScenarios);
  for (const program of ["guide.mjs", "guide.cjs"]) {
    const ended = project.run([...command, program]);
    expectEnd(program, ended, { status: 0, printed: /^/ });
    if (ended.printed.trim() !== scenarios.join("\n")) throw new Error(`${program}:\n${ended.printed}`);
  }
  return `${examples.length} examples and the guide's class in ${scenarios.length} scenarios, as ESM and as CJS`;
}

/** Without what differs in how runtimes print an object. */
function squeezed(text: string): string {
  return text.replace(/\s+/g, " ").replaceAll("'", '"').replaceAll(", }", " }").replaceAll(", ]", " ]").trim();
}

function checkTypes(project: ScratchProject, compiler: Compiler, files: readonly string[]): string {
  const version = project.run([process.execPath, compiler.tsc(project), "--version"]).printed.trim();
  for (const resolution of ["nodenext", "bundler"] as const) {
    for (const exactOptionalPropertyTypes of [true, false]) {
      const options = { resolution, exactOptionalPropertyTypes };
      // To a bundler, a .cts file is still CommonJS.
      const checked = resolution === "bundler" ? files.filter((file) => !file.endsWith(".cts")) : files;
      const errors = typeErrors(project, compiler, checked, options);
      if (errors !== "") throw new Error(`${version}, ${JSON.stringify(options)}:\n${errors}`);
    }
  }
  return `${version}: ${files.length} files, with and without exactOptionalPropertyTypes, for Node and for bundlers`;
}

function versionOn(project: ScratchProject, command: readonly string[]): string {
  project.write(
    "version.mjs",
    "console.log(globalThis.Deno?.version.deno ?? globalThis.Bun?.version ?? process.version);",
  );
  return project.run([...command, "version.mjs"]).printed.trim();
}

const testedRuntimes: readonly Runtime[] = short ? nodesHere : [...nodesHere, ...runtimes];
const testedCompilers: readonly Compiler[] = short ? [compilerHere] : [compilerHere, ...compilers];
const tools = Object.assign({}, ...[...testedRuntimes, ...testedCompilers].map(({ packages }) => packages));

const alone = new ScratchProject();
alone.install(tarball);
writeEntryPrograms(alone);
writeExploredFiles(alone);

const project = new ScratchProject();
project.install(tarball, { ...packagesOfExamples, ...tools });
const examples = writeExamples(project);
writeGuidePrograms(project);
const fakeClasses = "fake-classes.mts";
project.write(fakeClasses, readFileSync(new URL(`./programs/${fakeClasses}`, import.meta.url), "utf8"));
writeExploredFiles(project);
const typed = [...writeTypedExamples(project), ...writeTypedEntries(project), fakeClasses, exploredFile];

for (const { name, command } of testedRuntimes) {
  const words = command(project);
  const version = versionOn(project, words);
  await check(`${name}, ${version}, alone`, () => runAlone(alone, words));
  if (nodesHere.some((node) => node.name === name))
    await check(`${name}, ${version}, a user's file`, () => exploreFiles(alone, words));
  await check(`${name}, ${version}, beside fast-check`, () => runExamples(project, words, examples));
}
await check("Bundled for browsers", async () => {
  const page = await bundledPage(project, examples);
  const inRealm = await runInRealm(page);
  const inChromium = short ? "" : (runInChromium(project, page) ?? "not tried in Chromium, which is not installed");
  if (!short && !inChromium.endsWith(inRealm) && !inChromium.startsWith("not tried")) throw new Error(inChromium);
  return [inRealm, inChromium].filter((text) => text !== "").join("; ");
});
for (const compiler of testedCompilers) await check(compiler.name, () => checkTypes(project, compiler, typed));
await check("xstate", () => {
  const strip = (typescript: string) => transformSync(typescript, { loader: "ts", target: "es2022" }).code;
  return [...machineOnXstateVersions(tarball, strip)].join("\n  ");
});
if (failed > 0) {
  console.log(`${failed} failed`);
  process.exitCode = 1;
}
